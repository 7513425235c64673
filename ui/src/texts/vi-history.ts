/** Vietnamese texts of the history of things. */
import { count } from "./numbers";

export const history = {
  history: {
    title: "Lịch sử",
    of: (name: string) => `Lịch sử: ${name}`,
    open: "Lịch sử",
    all: "Cả kho",
    empty: "Chưa có thay đổi nào.",
    older: "Cũ hơn",
    newest: "Mới nhất",
    entry: (n: number) => `Dòng ${count(n)}`,
    show: "Xem đã thay đổi những gì",
    hide: "Thu lại",
    kind: { undo: "hoàn tác", redo: "làm lại" },
    fate: { made: "thêm", changed: "sửa", removed: "xóa" },
    nothing: "(trống)",
    noFields: "Không có thay đổi nào cần xem.",
    moreThings: (n: number) => `Xem tiếp (còn ${count(n)} mục)`,
    previousThings: "Xem các mục trước",
  },
};
