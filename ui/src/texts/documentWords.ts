/** Vietnamese words that go into documents and the archive, whatever language the window speaks. */
export const documentWords = {
  director: "Giám đốc",
  committee: (province: string) => `UBND tỉnh ${province}`,
  council: (agency: string) => `Hội đồng Thi đua - Khen thưởng ${agency}`,
  office: "VP",
  officeHead: "Chánh Văn phòng",
  yearEnd: (year: number) => `Tổng kết năm ${year}`,
};
