/** Vietnamese words of handing a year's dossiers over to the agency's archive. */
import { count } from "./numbers";

export const handOver = {
  button: "Mục lục nộp lưu",
  title: "Mục lục hồ sơ nộp lưu của một năm",
  year: "Năm hình thành hồ sơ",
  about:
    "Ghi ra một thư mục: mục lục hồ sơ, tài liệu nộp lưu (PDF, Excel) và biên bản giao nhận theo Phụ lục V Nghị định 30/2020/NĐ-CP. Chỉ gồm hồ sơ đã kết thúc và phải nộp lưu; chỗ chưa biết để trống để điền tay.",
  write: "Lập",
  folder: (year: number) => `Nộp lưu ${year}`,
  written: (n: number) => `Đã lập mục lục ${count(n)} hồ sơ và biên bản giao nhận.`,
};
