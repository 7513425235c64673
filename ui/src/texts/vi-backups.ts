/** Backups and recovery, in Vietnamese. */
import type { BackupPlace, BackupReason, RecoveryChoice, RecoveryState } from "../host";
import { count } from "./numbers";

const states: Record<RecoveryState, { title: string; what: string }> = {
  locked: {
    title: "Kho dữ liệu đang được dùng ở nơi khác",
    what: "Một cửa sổ hoặc một lệnh khác của chương trình đang mở kho này. Hãy đóng cửa sổ đó rồi thử lại.",
  },
  unsafe_folder: {
    title: "Thư mục này không hợp để đặt kho dữ liệu",
    what: "Kho cần nằm trên ổ đĩa của máy này. Thư mục mạng hoặc thư mục đồng bộ chỉ hợp để sao lưu.",
  },
  newer: {
    title: "Kho dữ liệu do phiên bản mới hơn ghi",
    what: "Hãy cập nhật chương trình rồi mở lại. Kho chưa bị thay đổi gì.",
  },
  not_an_archive: {
    title: "Tệp trong thư mục không phải là kho dữ liệu",
    what: "Có thể tệp đã bị chương trình khác ghi đè. Khôi phục từ bản sao lưu sẽ giữ lại tệp này dưới tên khác.",
  },
  missing: {
    title: "Không thấy tệp cơ sở dữ liệu của kho",
    what: "Tệp lưu hoặc bản sao lưu vẫn còn, nên chương trình không tự lập kho trống. Hãy khôi phục, hoặc trả tệp archive.db về chỗ cũ rồi thử lại.",
  },
  damaged: {
    title: "Kho dữ liệu bị hỏng",
    what: "Hãy khôi phục từ bản sao lưu gần nhất. Tệp hỏng được giữ lại dưới tên khác, không bị xóa.",
  },
  upgrade_failed: {
    title: "Chưa nâng cấp được kho dữ liệu",
    what: "Kho vẫn nguyên như trước khi nâng cấp, và đã có bản sao lưu. Hãy thử lại; nếu vẫn không được, dùng lại phiên bản cũ của chương trình.",
  },
  disk_full: {
    title: "Ổ đĩa đã đầy",
    what: "Hãy giải phóng chỗ trống rồi thử lại. Dữ liệu đã lưu vẫn còn nguyên.",
  },
  read_only: {
    title: "Không ghi được vào thư mục của kho",
    what: "Thư mục hoặc tệp chỉ cho đọc. Hãy kiểm tra quyền ghi rồi thử lại. Kho chưa bị thay đổi gì.",
  },
  disk_error: {
    title: "Ổ đĩa không đọc hoặc ghi được",
    what: "Đây là trục trặc của ổ đĩa, chưa phải kho bị hỏng, nên chương trình không chuyển hay sửa tệp nào. Hãy kiểm tra ổ đĩa, dây nối rồi thử lại.",
  },
  defect: {
    title: "Chương trình gặp lỗi khi mở kho",
    what: "Hãy thử lại; nếu vẫn lỗi, ghi ra những gì còn đọc được và báo người hỗ trợ.",
  },
};

export const backups = {
  title: "Sao lưu",
  about: "Tự sao lưu khi đóng chương trình và trước việc lớn, chỉ khi có thay đổi.",
  lastAt: (date: string, time: string) => `Sao lưu gần nhất ${date} ${time}`,
  noneYet: "Chưa có bản sao lưu",
  failed: "chưa sao lưu được trước việc vừa làm",
  folderAbsent: "chưa thấy thư mục sao lưu",
  folderFailed: "chưa ghi được vào thư mục sao lưu",
  here: "Cạnh kho",
  folder: "Thư mục sao lưu",
  noFolder: "Chưa chọn. Nên chọn ổ đĩa rời hoặc thư mục mạng, để khi máy hỏng vẫn còn dữ liệu.",
  folderLast: (when: string) => `Bản gần nhất ở đó: ${when}`,
  folderNever: "Chưa có bản nào ở đó.",
  choose: "Chọn thư mục…",
  forget: "Thôi dùng",
  now: "Sao lưu ngay",
  working: "Đang sao lưu…",
  made: (files: number) =>
    files > 0 ? `Đã sao lưu, chép thêm ${count(files)} tệp.` : "Đã sao lưu và kiểm tra bản sao.",
  unchanged: "Chưa có thay đổi nào từ lần sao lưu trước.",
  missing: (n: number) =>
    `${count(n)} tệp của kho bị thiếu hoặc thay đổi nên chưa chép được. Hãy kiểm tra kho.`,

  list: "Các bản sao lưu",
  empty: "Chưa có bản sao lưu nào ở đây.",
  otherFolder: "Xem trong thư mục khác…",
  when: "Lúc",
  where: "Ở",
  why: "Khi",
  documents: "Văn bản",
  honorees: "Đối tượng",
  awards: "Khen thưởng",
  conferences: "Hội nghị",
  files: "Tệp",
  lastChange: "Thay đổi cuối",
  place: { here: "cạnh kho", folder: "thư mục" } satisfies Record<BackupPlace, string>,
  reason: {
    asked: "theo yêu cầu",
    closing: "đóng chương trình",
    before_risk: "trước việc lớn",
    before_upgrade: "trước khi nâng cấp",
    before_restore: "trước khi khôi phục",
  } satisfies Record<BackupReason, string>,
  restore: "Khôi phục…",
  restoreTitle: "Khôi phục kho dữ liệu",
  restoreDo: "Khôi phục",
  restoreFrom: (when: string) => `Kho sẽ trở lại như lúc ${when}:`,
  holds: (documents: number, honorees: number, awards: number, conferences: number, files: number) =>
    `${count(documents)} văn bản, ${count(honorees)} đối tượng, ${count(awards)} khen thưởng, ${count(conferences)} hội nghị, ${count(files)} tệp.`,
  restoreLast: (action: string, when: string) => `Thay đổi cuối: ${action} (${when}).`,
  restoreSafety:
    "Những gì ghi sau lúc đó sẽ không còn trong kho. Kho hiện tại được sao lưu trước, hoặc giữ lại dưới tên khác nếu đã hỏng, nên vẫn quay lại được.",
  restored: (when: string) => `Đã khôi phục kho như lúc ${when}.`,
  restoredAside: (name: string) => `Tệp hỏng được giữ lại với tên ${name}.`,
  restoredMissing: (n: number) =>
    `Còn thiếu ${count(n)} tệp. Hãy kiểm tra kho để lấy lại từ thư mục sao lưu.`,
  restoreHere: "Khôi phục kho đã có…",
  restoreHereAbout: "Khi chuyển sang máy mới: chọn thư mục sao lưu của máy cũ.",

  mend: "Lấy lại tệp từ bản sao lưu",
  mendFrom: "Lấy lại từ thư mục khác…",
  mended: (n: number) => `Đã lấy lại ${count(n)} tệp.`,
  mendLeft: (names: string) => `Chưa tìm thấy bản gốc của: ${names}.`,

  states,
  choice: {
    try_again: "Thử lại",
    restore: "Khôi phục bản mới nhất…",
    read_out: "Ghi ra những gì còn đọc được…",
    open_folder: "Mở thư mục của kho",
    start_anew: "Bắt đầu kho trống…",
  } satisfies Record<RecoveryChoice, string>,
  at: "Kho",
  details: "Chi tiết",
  anewTitle: "Bắt đầu kho trống",
  anewDo: "Lập kho trống",
  anewText:
    "Tệp hiện có được giữ lại trong cùng thư mục dưới tên khác, cùng các tệp lưu và bản sao lưu. Sau này vẫn khôi phục được.",
  readTitle: (folder: string) => `Đã ghi ra ${folder}`,
  readRows: (rows: number) => `${count(rows)} dòng`,
  readWhole: "trọn vẹn",
  readTorn: "có phần không đọc được",
};
