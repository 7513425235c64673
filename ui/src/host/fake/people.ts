/** Fictional people for the fake host, with the kinds of names that break layouts. */
import type { Honoree, Problem } from "../types";

export const names = [
  "Trần Quốc Hòa",
  "Nguyễn Thị Bảo Châu",
  "Lê Hữu Đạt",
  "Võ Kim Uyên",
  "Phạm Thanh Sơn",
  "Đặng Ngọc Oanh",
  "Công Tằng Tôn Nữ Thị Phương Uyên Nguyễn Khoa Diệu Huyền",
  "H’Hen Niê Kđăm",
  "Y Bhăm Ênuôl",
  "Lý Kim Lộc",
  "Đỗ Ngọc Kim Nhân",
  "Huỳnh Thanh Dũng",
  "Vũ Bảo Gia Phượng",
  "Ngô Kim Thanh Uyên",
  "Hồ Tường Nhân",
  "Dương Thùy Kim Châu",
  "Phan Bảo Hữu Yến",
  "Bùi Thùy Nhân",
  "Lê Quốc Xuân Bình",
  "Hoàng Văn Nhân",
  "Trần Minh Gia Huệ",
  "Phạm Thị Nghĩa",
  "Đặng Văn Thủy",
  "Nguyễn Đức Vượng",
  "Võ Quốc Thanh Khuê",
  "Đỗ Gia Bảo Quý",
  "Lê Thanh Phượng",
  "Trần Như Ngọc Khuê",
  "Phan Quốc Tuấn",
  "Nguyễn Xuân Hải",
  "Huỳnh Minh Hà",
  "Lý Như Hương",
  "Võ Văn Đạt",
  "Đỗ Tường Phượng",
];

export const households = ["Hộ ông Nguyễn Văn Bền"];

export const units = [
  "Văn phòng Sở",
  "Thanh tra Sở",
  "Phòng Hành chính tư pháp và Bổ trợ tư pháp",
  "Phòng Phổ biến, giáo dục pháp luật",
  "Trung tâm Trợ giúp pháp lý nhà nước",
  "Phòng Công chứng số 1",
  "Trung tâm Dịch vụ đấu giá tài sản",
];

export function honoree(name: string, part: Partial<Honoree>): Honoree {
  return { honoreeType: "individual", name, gender: null, birth: null, position: null, unit: null, ...part };
}

export function problem(
  code: string,
  message: string,
  hint: string | null = null,
  field: string | null = null,
): Problem {
  return { code, message, hint, field, values: {} };
}
