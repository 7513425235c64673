/** Vietnamese texts of long lists. */
import { count } from "./numbers";

export const lists = {
  lists: {
    files: (first: number, last: number, total: number) =>
      `Tệp ${count(first)} - ${count(last)} trong ${count(total)}`,
    filter: "Lọc theo tên",
    before: "Trước",
    after: "Sau",
    rounds: (n: number) => `${count(n)} đợt`,
    conferences: (n: number) => `${count(n)} hội nghị`,
    none: (typed: string) => `Không có tên nào chứa “${typed}”.`,
  },
};
