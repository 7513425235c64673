/** The whole archive as one file. */
export const archiveFile = {
  asFolder: "Thư mục, đọc được không cần chương trình",
  asFile: "Một tệp .bangvang, để chuyển kho sang máy khác",
  asFileAbout:
    "Tệp có toàn bộ kho với số định danh đầy đủ; việc này được ghi vào nhật ký. Trên máy mới, nhấp đúp vào tệp hoặc chọn Nhập từ tệp .bangvang.",
  importFile: "Nhập từ tệp .bangvang",
};
