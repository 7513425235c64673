const cities = ["Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Cần Thơ", "Hồ Chí Minh"];

/** Vietnamese words that go into documents and the archive, whatever language the window speaks. */
export const documentWords = {
  director: "Giám đốc",
  /** The six cities that stand beside provinces have a committee of a city. */
  committee: (province: string) => `UBND ${cities.includes(province) ? "thành phố" : "tỉnh"} ${province}`,
  council: (agency: string) => `Hội đồng Thi đua - Khen thưởng ${agency}`,
  office: "VP",
  officeHead: "Chánh Văn phòng",
  yearEnd: (year: number) => `Tổng kết năm ${year}`,
};
