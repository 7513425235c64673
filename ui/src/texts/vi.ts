/**
 * The Vietnamese catalogue: the source. English has the same shape, and the compiler checks it.
 *
 * Not here: sentences that come from the archive (findings, journal, templates), and the help pages.
 */
import type { Authority, ColumnMeaning, FileRole, HonoreeType, NominationState, Power } from "../host";
import type { HitKind, RoundStep, RowOutcome, RowVerdict } from "../host";
import { count, decimal } from "./numbers";
import type { ProblemText } from "./problems";
import { archiveFile } from "./vi-archive-file";
import { help } from "./vi-help";
import { backups } from "./vi-backups";
import { keeping } from "./vi-keeping";
import { history } from "./vi-history";
import { lists } from "./vi-lists";
import { registers } from "./vi-registers";
import { screens } from "./vi-screens";
import { search } from "./vi-search";
import { windows } from "./vi-windows";
import { years } from "./vi-years";

/** Vietnamese needs few: the archive already speaks it. */
const problems: Record<string, ProblemText | undefined> = {
  "host-unreachable": {
    message: () => "Cửa sổ không liên lạc được với phần lõi của chương trình.",
    hint: "Đóng chương trình rồi mở lại. Dữ liệu đã lưu vẫn còn nguyên.",
  },
};

/** A word or two for chips; the whole sentence stands beside. */
const shortProblems: Record<string, string | undefined> = {
  "award-not-known": "chưa rõ hình thức",
  "award-unknown": "chưa rõ hình thức",
  "award-ambiguous": "chưa rõ hình thức",
  "award-missing": "chưa ghi hình thức",
  "award-not-in-catalogue": "ngoài danh mục",
  "kind-not-in-force": "không còn áp dụng",
  "award-not-for-honoree-type": "không đúng đối tượng",
  "name-doubtful": "xem lại tên",
  "gender-not-understood": "chưa rõ giới tính",
  "gender-contradiction": "giới tính mâu thuẫn",
  "birth-doubtful": "xem lại ngày sinh",
  "honoree-type-unclear": "chưa rõ loại đối tượng",
  "honoree-type-doubtful": "xem lại loại đối tượng",
  "honoree-type-contradiction": "loại đối tượng mâu thuẫn",
  "identity-unusual": "xem lại số định danh",
  "maybe-repeated": "có thể lặp",
  "repeated-in-file": "lặp",
  repeated: "lặp",
  known: "đã biết",
};

export const vi = {
  ...screens,
  search,
  backups,
  ...history,
  ...lists,
  ...registers,
  ...years,
  ...windows,
  help,
  archiveFile,
  keeping,
  problems,
  /** A word or two for chips, by the code of a problem. */
  shortProblems,
  language: "vi" as "vi" | "en",
  program: "Bảng Vàng",
  count,
  decimal,
  money: (dong: number) => `${count(dong)} đồng`,

  nav: {
    label: "Các phần của chương trình",
    home: "Tổng quan",
    rounds: "Đợt khen thưởng",
    documents: "Văn bản",
    register: "Sổ đăng ký",
    conferences: "Hội nghị",
    dossiers: "Hồ sơ lưu trữ",
    honorees: "Đối tượng",
    search: "Tra cứu",
    templates: "Mẫu",
    settings: "Thiết lập",
    help: "Trợ giúp",
    fold: "Thu gọn thanh bên",
    unfold: "Mở rộng thanh bên",
    otherLanguage: "English",
    switchLanguage: "Chuyển giao diện sang tiếng Anh",
    skip: "Đến nội dung chính",
  },

  common: {
    save: "Lưu",
    cancel: "Thôi",
    close: "Đóng",
    back: "Quay lại",
    add: "Thêm",
    edit: "Sửa",
    remove: "Xóa",
    rename: "Đổi tên",
    open: "Mở",
    openFolder: "Mở thư mục",
    saveAs: "Ghi ra tệp…",
    retry: "Thử lại",
    undo: "Hoàn tác",
    redo: "Làm lại",
    undoOf: (what: string) => `Hoàn tác: ${what}`,
    redoOf: (what: string) => `Làm lại: ${what}`,
    nothingToUndo: "Chưa có gì để hoàn tác",
    nothingToRedo: "Chưa có gì để làm lại",
    undone: (what: string) => `Đã hoàn tác: ${what}.`,
    redone: (what: string) => `Đã làm lại: ${what}.`,
    more: "Việc khác",
    loading: "Đang tải…",
    all: "Tất cả",
    yes: "Có",
    no: "Không",
    none: "chưa có",
    blank: "để trống",
    optional: "không bắt buộc",
    required: "Cần điền mục này.",
    removed: "Đã xóa.",
    year: "Năm",
    notice: "Thông báo",
    bytes: (n: number) =>
      n < 1024
        ? `${n} byte`
        : n < 1048576
          ? `${count(Math.round(n / 1024))} KB`
          : `${count(Math.round(n / 104857.6) / 10)} MB`,
    rows: (n: number) => `${count(n)} dòng`,
    selected: (n: number) => `Đã chọn ${count(n)}`,
    clearSelection: "Bỏ chọn",
    selectAll: "Chọn tất cả",
    selectRow: (name: string) => `Chọn ${name}`,
    copied: (n: number) => `Đã chép ${count(n)} dòng, dán được vào Excel.`,
    filter: "Lọc theo tên, đơn vị",
    noMatch: "Không có dòng nào hợp với bộ lọc.",
    clearFilter: "Bỏ lọc",
    resize: (column: string) => `Đổi độ rộng cột ${column}`,
    people: (collectives: number, households: number, individuals: number) =>
      [
        collectives > 0 ? `${count(collectives)} tập thể` : "",
        households > 0 ? `${count(households)} hộ gia đình` : "",
        individuals > 0 ? `${count(individuals)} cá nhân` : "",
      ]
        .filter(Boolean)
        .join(", ") || "chưa có ai",
  },

  work: {
    stage: {
      laying_out: "Đang dàn trang",
      writing: "Đang ghi PDF",
      recording: "Đang ghi vào kho",
      copying: "Đang chép và kiểm tra",
      printing: "Đang gửi đến máy in",
    },
    percent: (n: number) => `${n} %`,
    stop: "Dừng",
  },

  status: {
    savedAt: (time: string) => `Đã lưu lúc ${time}`,
    saving: "Đang lưu…",
    unsaved: "Sẽ lưu khi ngừng gõ",
    nothingSaved: "Chưa có thay đổi",
    alreadySaved: "Đã lưu. Chương trình tự lưu mọi thay đổi.",
    refreshed: "Đã lấy lại dữ liệu mới nhất.",
    page: (page: number, total: number) => `Trang ${page}/${total}`,
    version: (v: string) => `Phiên bản ${v}`,
    testHost: "bản để kiểm thử",
  },

  dates: {
    format: "dd/mm/yyyy",
    placeholder: "ngày/tháng/năm",
    bad: "Ngày chưa đúng. Hãy gõ theo thứ tự ngày/tháng/năm, ví dụ 05/12/2025.",
    badBirth: "Ngày sinh chưa đúng. Có thể gõ 1985, 03/1985 hoặc 15/03/1985.",
    pick: "Chọn trên lịch",
    badNumber: "Mục này chỉ nhận số.",
    at: (date: string, time: string) => `${date} ${time}`,
  },

  words: {
    honoreeType: {
      collective: "Tập thể",
      household: "Hộ gia đình",
      individual: "Cá nhân",
    } satisfies Record<HonoreeType, string>,
    gender: { male: "Nam", female: "Nữ" },
    born: (birth: string) => `sinh ${birth}`,
    authority: {
      president: "Chủ tịch nước",
      government: "Chính phủ",
      prime_minister: "Thủ tướng Chính phủ",
      minister: "Bộ trưởng",
      province_chair: "Chủ tịch UBND tỉnh",
      department_director: "Giám đốc Sở",
      commune_chair: "Chủ tịch UBND xã",
    } satisfies Record<Authority, string>,
    ownAuthority: (who: string) => `Thuộc thẩm quyền ${who}`,
    higherAuthority: (who: string) => `Trình ${who}`,
    unknownAuthority: "Chưa rõ thẩm quyền",
    category: { emulation_title: "Danh hiệu thi đua", form: "Hình thức khen thưởng" },
    nominationState: {
      pending: "chờ xét",
      approved: "đồng ý",
      rejected: "không đồng ý",
      conferred: "đã khen",
    } satisfies Record<NominationState, string>,
    documentState: { draft: "dự thảo", issued: "đã ban hành" },
    step: {
      list: "Danh sách",
      check: "Kiểm tra",
      council: "Hội đồng",
      submission: "Tờ trình",
      decision: "Quyết định",
      certificates: "Giấy khen",
      presentation: "Trao tặng",
      archive: "Lưu trữ",
    } satisfies Record<RoundStep, string>,
    power: {
      own: "Người đứng đầu trực tiếp ký",
      acting: "Quyền (Q.)",
      forhead: "Ký thay (KT.)",
      byorder: "Thừa lệnh (TL.)",
      bymandate: "Thừa ủy quyền (TUQ.)",
      forbody: "Thay mặt (TM.)",
    } satisfies Record<Power, string>,
    column: {
      ordinal: "Số thứ tự",
      name: "Họ và tên / Tên tập thể",
      gender: "Giới tính",
      birth: "Ngày sinh",
      position: "Chức vụ",
      unit: "Đơn vị",
      position_and_unit: "Chức vụ và đơn vị",
      award: "Danh hiệu, hình thức",
      achievement: "Thành tích",
      identity: "Số CCCD/CMND",
      other: "Không dùng",
    } satisfies Record<ColumnMeaning, string>,
    verdict: {
      outside: "ngoài danh sách",
      header: "đầu cột",
      section: "tiêu đề nhóm",
      total: "dòng tổng",
      new: "mới",
      known: "đã biết",
      repeated: "lặp",
      question: "cần hỏi",
    } satisfies Record<RowVerdict, string>,
    outcome: {
      added: "đã thêm",
      skipped: "bỏ qua",
      failed: "chưa nhận",
    } satisfies Record<RowOutcome, string>,
    hit: {
      honoree: "Đối tượng",
      document: "Văn bản",
      conference: "Hội nghị",
      round: "Đợt khen thưởng",
      decision: "Quyết định của nơi khác",
      award: "Khen thưởng",
      file: "Tệp",
      unit: "Đơn vị",
    } satisfies Record<HitKind, string>,
    fileRole: {
      exported: "PDF đã xuất",
      attached: "tệp kèm theo",
      imported: "danh sách đã nhập",
      issued: "PDF khi ban hành",
      certificates: "giấy khen",
    } satisfies Record<FileRole, string>,
    severity: { note: "Lưu ý", blank: "Để trống được", warning: "Cần xem", error: "Còn thiếu" },
  },
};

/** The shape every language has. */
export type Texts = typeof vi;
