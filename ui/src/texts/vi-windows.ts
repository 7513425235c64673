/** Vietnamese: what the desktop itself does: files handed over, printing. */
export const windows = {
  windows: {
    notAList: (file: string) =>
      `Chưa mở được tệp “${file}” bằng cách này: chỉ mở danh sách Excel (.xlsx, .xls, .ods). Tệp khác được đính kèm ở trang của văn bản, hội nghị hoặc đối tượng.`,
  },
};
