/** Vietnamese: what the desktop itself does: files handed over, printing. */
import { count } from "./numbers";

export const windows = {
  windows: {
    archiveNeedsEmpty: (file: string) =>
      `Kho đang mở đã có dữ liệu nên không nhập “${file}” vào được. Kho trong tệp chỉ nhập được vào kho còn trống, ví dụ khi mở chương trình lần đầu trên máy mới.`,
    notAList: (file: string) =>
      `Chưa mở được tệp “${file}” bằng cách này: chỉ mở danh sách Excel (.xlsx, .xls, .ods). Tệp khác được đính kèm ở trang của văn bản, hội nghị hoặc đối tượng.`,
  },
  printing: {
    certificates: "In giấy khen",
    about: "In đúng kích thước thật (100 %), các trang như bản xem trước và tệp PDF.",
    looking: "Đang tìm máy in…",
    noPrinter: "Máy này chưa cài máy in nào.",
    printer: "Máy in",
    copies: "Số bản",
    badCopies: "Ghi số từ 1 đến 99",
    pages: "Các trang",
    allPages: "Tất cả; ví dụ 1-3, 5",
    exportInstead: "Xuất PDF và mở để in bằng chương trình khác…",
    sent: (pages: number, copies: number, printer: string) =>
      `Đã gửi ${count(pages)} trang${copies > 1 ? ` × ${count(copies)} bản` : ""} đến máy in ${printer}.`,
  },
};
