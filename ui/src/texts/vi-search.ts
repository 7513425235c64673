/** Vietnamese texts of the search screen. */
import { count } from "./numbers";

export const search = {
  title: "Tra cứu",
  placeholder: "Tìm trong kho",
  label: "Tra cứu trong toàn kho",
  lead: "Gõ tên người, tập thể, số quyết định, tên hội nghị hoặc chữ trong văn bản, tệp. Không cần gõ dấu.",
  none: (text: string) => `Không tìm thấy “${text}”.`,
  noneOfFilter: "Không có khen thưởng nào hợp với bộ lọc.",
  noneHint: "Thử gõ ít chữ hơn, gõ không dấu hoặc bớt bộ lọc.",
  found: (n: string) => `${n} kết quả`,
  limited: "Chỉ xem được 1.000 kết quả đầu; gõ thêm, thêm bộ lọc hoặc ghi ra Excel để có đủ.",
  exact: "đúng dấu",
  keys: "Phím ↓ ↑ để chọn, Enter để mở, Esc để về ô tìm.",
  things: "Loại kết quả",
  allThings: "Mọi loại",
  showAll: (n: string) => `Xem tất cả ${n}`,
  range: (from: number, until: number, n: string) => `${count(from)}–${count(until)} trong ${n}`,
  before: "Trang trước",
  next: "Trang sau",
  waiting: (n: number) => `Còn ${count(n)} tệp chưa đọc chữ; các tệp này mới tìm được theo tên.`,
  filters: "Bộ lọc",
  addFilter: "Bộ lọc",
  takeOff: (what: string) => `Bỏ lọc: ${what}`,
  years: (from: number | null, to: number | null) =>
    from === to
      ? `Năm ${from ?? ""}`
      : from === null
        ? `Đến năm ${to ?? ""}`
        : to === null
          ? `Từ năm ${from}`
          : `Năm ${from}–${to}`,
  yearFrom: "Từ năm",
  yearTo: "Đến năm",
  notAYear: "Năm gồm bốn chữ số.",
  kind: "Danh hiệu, hình thức",
  authority: "Thẩm quyền",
  honoreeType: "Loại đối tượng",
  unit: "Đơn vị",
  unitHint: "Chọn trong danh sách hoặc gõ một phần tên.",
  conference: "Hội nghị",
  save: "Lưu tìm kiếm…",
  saveHint: "Lưu cả chữ và bộ lọc; tìm kiếm cùng tên sẽ được thay.",
  savedAs: (name: string) => `Đã lưu tìm kiếm “${name}”.`,
  saved: "Tìm kiếm đã lưu",
  name: "Tên",
  renameOf: (name: string) => `Đổi tên “${name}”`,
  removeOf: (name: string) => `Xóa “${name}”`,
  export: "Ghi ra Excel…",
  exported: (n: number) => `Đã ghi ${count(n)} kết quả ra Excel.`,
};
