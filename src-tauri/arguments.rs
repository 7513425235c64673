//! The grammar of the command line and its help, in Vietnamese. How arguments are read by it is in `reading`; what the
//! commands do is not here.

use chrono::NaiveDate;
use clap::{ArgGroup, Parser, Subcommand};
use std::path::PathBuf;

/// What the officer asked for.
#[derive(Debug, Parser)]
#[command(
    name = "bang-vang",
    version,
    about = "Bảng Vàng: công tác thi đua, khen thưởng của cơ quan.\n\nKhông có lệnh thì mở cửa sổ chương trình; nêu một tệp thì mở cửa sổ với tệp đó.",
    after_help = EXIT_CODES,
    disable_help_subcommand = true
)]
pub(crate) struct Arguments {
    /// Thư mục kho dữ liệu; không nêu thì dùng biến BANG_VANG_ARCHIVE, rồi đến kho của người dùng
    #[arg(long, global = true, value_name = "THƯ MỤC")]
    pub(crate) archive: Option<PathBuf>,
    /// In đúng một giá trị JSON ra đầu ra chuẩn, kể cả khi có lỗi
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    /// Files in the place of a command: the window opens with them.
    #[arg(skip)]
    pub(crate) files: Vec<PathBuf>,
}

/// What the numbers at the end mean.
const EXIT_CODES: &str = "Mã kết thúc:\n  \
0   đã làm trọn vẹn\n  \
1   không làm được; kho dữ liệu không thay đổi\n  \
2   đã làm nhưng chưa trọn: khi nhập còn dòng không hiểu được, trang tính chưa đọc hay tổng cộng không khớp; hoặc kiểm tra kho thấy sai hỏng\n  \
64  lệnh viết sai\n\n\
Mật khẩu khóa cửa sổ không áp dụng cho dòng lệnh: ai dùng được tài khoản Windows này thì đọc được kho.";

/// A command. Each is one call of the registry.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Nạp dữ liệu mẫu vào kho còn trống
    Sample,
    /// Nhập danh sách đề nghị từ tệp Excel vào một đợt khen thưởng
    ///
    /// Số dòng đọc được = số thêm mới + số bỏ qua + số không hiểu được; từng dòng không hiểu được in kèm lý do. Tệp
    /// hỏng thì không dòng nào được nhập.
    Import {
        /// Tệp Excel
        #[arg(value_name = "TỆP.xlsx")]
        file: PathBuf,
        /// Tên hoặc mã của đợt; chưa có thì lập mới
        #[arg(long, value_name = "TÊN")]
        round: String,
    },
    /// Liệt kê các đợt khen thưởng
    Rounds,
    /// Liệt kê đề nghị của một đợt theo thứ tự danh sách, kèm điều cần xem
    Nominations {
        /// Mã đợt
        #[arg(value_name = "ĐỢT")]
        round: String,
        /// Chỉ đề nghị: fine (đạt), check (cần xem), unclear (chưa rõ loại khen thưởng), undecided (chưa có ý kiến)
        #[arg(long, value_name = "NHÓM", value_parser = ["fine", "check", "unclear", "undecided"], hide_possible_values = true)]
        only: Option<String>,
        /// Chỉ đề nghị có các chữ này trong tên, chức vụ, đơn vị hoặc loại khen thưởng
        #[arg(long, value_name = "CHỮ", default_value = "", hide_default_value = true)]
        text: String,
    },
    /// Liệt kê các hội nghị
    Conferences,
    /// Liệt kê các mẫu văn bản
    Templates,
    /// Soạn một văn bản theo mẫu: cho một đợt, một hội nghị, hoặc sao một văn bản đã ban hành
    #[command(group(ArgGroup::new("about").args(["round", "conference", "document"])))]
    Draft {
        /// Mã mẫu, xem lệnh templates
        #[arg(value_name = "MẪU")]
        template: String,
        /// Tên hoặc mã của đợt
        #[arg(long, value_name = "TÊN")]
        round: Option<String>,
        /// Tên hoặc mã của hội nghị
        #[arg(long, value_name = "TÊN")]
        conference: Option<String>,
        /// Mã của văn bản đã ban hành, để sao
        #[arg(long, value_name = "VĂN BẢN")]
        document: Option<String>,
        /// Giá trị riêng cho một ô của văn bản; nêu được nhiều lần
        #[arg(long, value_name = "Ô=GIÁ TRỊ", value_parser = key_and_value)]
        set: Vec<(String, String)>,
    },
    /// Liệt kê các văn bản
    Documents,
    /// Ghi số và ngày văn thư đã cấp; văn bản từ đó không sửa được nữa
    Issue {
        /// Mã văn bản
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// Số văn bản
        #[arg(long, value_name = "SỐ")]
        number: String,
        /// Ngày ban hành, năm-tháng-ngày
        #[arg(long, value_name = "NĂM-THÁNG-NGÀY")]
        date: NaiveDate,
    },
    /// Xuất một văn bản thành PDF để ký
    Export {
        /// Mã văn bản
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// Tệp PDF sẽ ghi
        #[arg(long, value_name = "TỆP.pdf")]
        to: PathBuf,
    },
    /// Xuất giấy khen, bằng khen của một quyết định thành PDF, mỗi người một trang
    Certificates {
        /// Mã quyết định
        #[arg(value_name = "QUYẾT ĐỊNH")]
        decision: String,
        /// Tệp PDF sẽ ghi
        #[arg(long, value_name = "TỆP.pdf")]
        to: PathBuf,
        /// Mỗi giấy khen một tệp, đặt tên theo tệp trên
        #[arg(long)]
        each: bool,
    },
    /// Ghi một trang của văn bản thành ảnh PNG
    Picture {
        /// Mã văn bản
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// Trang thứ mấy
        #[arg(long, value_name = "TRANG", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        page: u32,
        /// Lấy trang giấy khen của quyết định
        #[arg(long)]
        certificates: bool,
        /// Tệp PNG sẽ ghi
        #[arg(long, value_name = "TỆP.png")]
        to: PathBuf,
    },
    /// Liệt kê các máy in của máy này, máy in mặc định trước
    Printers,
    /// In một văn bản hoặc giấy khen của quyết định ở 100 % (kích thước thật)
    Print {
        /// Mã văn bản
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// In giấy khen của quyết định
        #[arg(long)]
        certificates: bool,
        /// Máy in, xem lệnh printers; không nêu thì dùng máy in mặc định
        #[arg(long, value_name = "MÁY IN", default_value = "", hide_default_value = true)]
        printer: String,
        /// Số bản
        #[arg(long, value_name = "SỐ", default_value_t = 1)]
        copies: u32,
        /// Các trang, ví dụ 1-3,5; không nêu thì in hết
        #[arg(long, value_name = "TRANG", default_value = "", hide_default_value = true)]
        pages: String,
    },
    /// Tìm trong cả kho; gõ không dấu cũng được. Chỉ nêu bộ lọc mà không nêu chữ thì liệt kê khen thưởng
    Search(SearchArguments),
    /// Xem, đổi tên, xóa các tìm kiếm đã lưu
    Searches {
        /// Đổi tên một tìm kiếm
        #[arg(long, value_name = "TÊN=TÊN MỚI", value_parser = key_and_value, conflicts_with = "remove")]
        rename: Option<(String, String)>,
        /// Xóa một tìm kiếm
        #[arg(long, value_name = "TÊN")]
        remove: Option<String>,
    },
    /// Đọc chữ trong các tệp của kho (PDF có chữ, .docx) để tra cứu; in các tệp không đọc được
    Texts {
        /// Đọc lại cả những tệp đã đọc
        #[arg(long)]
        again: bool,
    },
    /// Xem một mục theo mã: đối tượng, văn bản, hội nghị, đợt, khen thưởng, tệp
    Show {
        /// Mã, ví dụ hon-4, doc-12
        #[arg(value_name = "MÃ")]
        id: String,
    },
    /// Lưu một tệp (bản đã ký, tài liệu) vào kho, kèm theo một mục
    Attach {
        /// Mã của mục
        #[arg(value_name = "MÃ")]
        id: String,
        /// Tệp
        #[arg(value_name = "TỆP")]
        file: PathBuf,
    },
    /// Chép một tệp trong kho ra ngoài, nguyên vẹn từng byte
    Save {
        /// Mã tệp, ví dụ file-2
        #[arg(value_name = "MÃ TỆP")]
        file: String,
        /// Nơi ghi
        #[arg(long, value_name = "TỆP")]
        to: PathBuf,
    },
    /// Xem hoặc chọn thể thức văn bản trong khuôn khổ Nghị định 30/2020/NĐ-CP: lề, cỡ chữ, khoảng cách, phông
    ///
    /// Không nêu tùy chọn nào thì chỉ in các mục với mức cho phép. Số lẻ viết 12,7 hoặc 12.7. Văn bản đã ban hành không
    /// thay đổi theo.
    Style {
        /// Chọn một mục; nêu được nhiều lần
        #[arg(long, value_name = "MỤC=SỐ", value_parser = key_and_number)]
        set: Vec<(String, f64)>,
        /// Trở về mẫu của Nghị định ở mọi mục, trước khi chọn các mục nêu bằng --set
        #[arg(long)]
        reset: bool,
        /// Phông chữ: times dùng Times New Roman của máy này khi có, liberation dùng Liberation Serif kèm chương trình
        #[arg(long, value_name = "PHÔNG", value_parser = ["times", "liberation"], hide_possible_values = true)]
        serif: Option<String>,
    },
    /// Xuất toàn bộ kho ra một thư mục đọc được không cần chương trình: tệp, bản ghi, mục lục Excel, mã băm
    ExportAll {
        /// Thư mục mới hoặc còn trống, hoặc một tệp .bangvang để chuyển sang máy khác
        #[arg(value_name = "NƠI GHI")]
        to: PathBuf,
        /// Ghi số định danh đầy đủ, cần khi muốn nhập lại; việc này được ghi vào nhật ký
        #[arg(long)]
        identities: bool,
    },
    /// Nhập toàn bộ kho từ thư mục đã xuất vào kho còn trống
    ///
    /// Mọi tệp và bản ghi được kiểm tra trước; có tệp bị sửa, thiếu hoặc thừa thì không nhập gì.
    ImportAll {
        /// Thư mục hoặc tệp .bangvang đã xuất bằng lệnh export-all
        #[arg(value_name = "NƠI ĐỌC")]
        from: PathBuf,
    },
    /// Xem hồ sơ lưu trữ của một hội nghị hoặc quyết định, ghi các mục còn thiếu, hoặc đóng gói
    ///
    /// Gói gồm các văn bản theo thứ tự thời gian, dữ liệu đặc tả .xml theo Phụ lục VI Nghị định 30/2020/NĐ-CP, mục lục
    /// hồ sơ, mục lục văn bản (PDF và Excel) và mã băm của mọi tệp.
    Dossier {
        /// Mã hội nghị hoặc quyết định, ví dụ conf-1, doc-4
        #[arg(value_name = "MÃ")]
        id: String,
        /// Ghi một mục trước: year, notation, title, maintenance, rights, creator, language, startDate, endDate,
        /// description, sheets, handedOver; nêu được nhiều lần
        #[arg(long, value_name = "MỤC=GIÁ TRỊ", value_parser = key_and_value)]
        set: Vec<(String, String)>,
        /// Tệp .zip sẽ ghi, hoặc thư mục mới
        #[arg(long, value_name = "TỆP")]
        out: Option<PathBuf>,
    },
    /// Ghi mã định danh của cơ quan (OrganId), phần đầu của mã hồ sơ
    OrganId {
        /// Tối đa 13 ký tự
        #[arg(value_name = "MÃ ĐỊNH DANH")]
        code: String,
    },
    /// Liệt kê hồ sơ lưu trữ: thời hạn bảo quản, hạn nộp lưu, việc đến hạn
    Retention {
        /// Chỉ hồ sơ có việc đến hạn
        #[arg(long)]
        due: bool,
    },
    /// Lập mục lục hồ sơ nộp lưu của một năm (PDF, Excel) và biên bản giao nhận, theo Phụ lục V Nghị định 30/2020/NĐ-CP
    HandOver {
        /// Năm hình thành hồ sơ
        #[arg(value_name = "NĂM", value_parser = clap::value_parser!(i32).range(1945..=9999))]
        year: i32,
        /// Thư mục mới sẽ ghi
        #[arg(long, value_name = "THƯ MỤC")]
        out: PathBuf,
    },
    /// Xem nhật ký: điều gì đã xảy ra với một mục, hoặc với cả kho khi không nêu mã
    Journal {
        /// Mã, ví dụ doc-12, hon-4, conf-1; không nêu thì xem cả kho
        #[arg(value_name = "MÃ")]
        id: Option<String>,
        /// Chỉ các dòng trước dòng này, để xem tiếp trang sau
        #[arg(long, value_name = "DÒNG")]
        before: Option<u64>,
        /// Xem một dòng đã thay đổi những gì, trước và sau
        #[arg(long, value_name = "DÒNG", conflicts_with_all = ["id", "before"])]
        entry: Option<u64>,
    },
    /// Sổ đăng ký văn bản đi của một năm: số còn thiếu, số trùng; ghi ra PDF hoặc Excel
    Register {
        /// Năm; không nêu thì năm nay
        #[arg(long, value_name = "NĂM")]
        year: Option<i32>,
        /// Ghi ra tệp: .pdf để in, .xlsx để mở bằng Excel
        #[arg(long, value_name = "TỆP")]
        to: Option<PathBuf>,
        /// Chỉ một dãy số, theo mã in ở đầu mỗi dãy
        #[arg(long, value_name = "DÃY")]
        strand: Option<String>,
    },
    /// Ghi một số của sổ đã cấp cho việc gì ngoài kho; bỏ trống để xóa ghi chú
    NoteNumber {
        /// Mã dãy số, xem lệnh register
        #[arg(value_name = "DÃY")]
        strand: String,
        /// Số
        #[arg(value_name = "SỐ", value_parser = clap::value_parser!(u32).range(1..))]
        number: u32,
        /// Năm
        #[arg(long, value_name = "NĂM")]
        year: i32,
        /// Cấp cho việc gì
        #[arg(long, value_name = "GHI CHÚ", default_value = "", hide_default_value = true)]
        note: String,
    },
    /// Điền các cột của sổ đăng ký mà văn bản không ghi: bản lưu, số bản, ngày chuyển, ghi chú
    FillRegister {
        /// Mã văn bản
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// Đơn vị, người nhận bản lưu
        #[arg(long, value_name = "CHỮ", default_value = "", hide_default_value = true)]
        kept_by: String,
        /// Số lượng bản
        #[arg(long, value_name = "CHỮ", default_value = "", hide_default_value = true)]
        copies: String,
        /// Ngày chuyển
        #[arg(long, value_name = "CHỮ", default_value = "", hide_default_value = true)]
        sent_on: String,
        /// Ghi chú
        #[arg(long, value_name = "CHỮ", default_value = "", hide_default_value = true)]
        remark: String,
    },
    /// Xem các dãy số của văn thư; nêu --name để lập dãy mới hoặc, kèm --index, để sửa
    #[command(group(ArgGroup::new("does").args(["name", "remove"])))]
    Series {
        /// Dãy thứ mấy trong danh sách, từ 1
        #[arg(long, value_name = "THỨ", value_parser = clap::value_parser!(u32).range(1..))]
        index: Option<u32>,
        /// Xóa dãy nêu bằng --index
        #[arg(long, requires = "index")]
        remove: bool,
        /// Tên dãy
        #[arg(long, value_name = "TÊN")]
        name: Option<String>,
        /// Chữ viết tắt loại văn bản trong dãy (QĐ, BC, CV cho công văn); nêu được nhiều lần, không nêu là mọi loại
        #[arg(long, value_name = "LOẠI")]
        kind: Vec<String>,
        /// Chữ viết tắt nơi ban hành (STP, HĐ* cho các hội đồng); nêu được nhiều lần, không nêu là mọi nơi
        #[arg(long, value_name = "NƠI")]
        body: Vec<String>,
        /// Mỗi loại, mỗi nơi đếm số riêng
        #[arg(long)]
        apart: bool,
        /// Ngày bắt đầu, năm-tháng-ngày
        #[arg(long, value_name = "NGÀY", default_value = "1945-01-01")]
        from: NaiveDate,
        /// Ngày cuối; không nêu là còn dùng
        #[arg(long, value_name = "NGÀY")]
        until: Option<NaiveDate>,
        /// Số bắt đầu trong năm đầu tiên của dãy
        #[arg(long, value_name = "SỐ", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        first: u32,
    },
    /// Hỏi số tiếp theo cho một bản thảo, và số đã cấp có gì lạ không
    NextNumber {
        /// Mã văn bản
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// Ngày ban hành, năm-tháng-ngày
        #[arg(long, value_name = "NĂM-THÁNG-NGÀY")]
        date: NaiveDate,
        /// Số văn thư đã cấp
        #[arg(long, value_name = "SỐ", default_value = "", hide_default_value = true)]
        number: String,
    },
    /// Lập văn bản mới để thay thế, sửa đổi, đính chính, thu hồi hoặc hủy bỏ một văn bản đã ban hành
    Amend {
        /// Mã văn bản đã ban hành
        #[arg(value_name = "VĂN BẢN")]
        document: String,
        /// Việc: replaces, amends, corrects, recalls, cancels (thay thế, sửa đổi, đính chính, thu hồi, hủy bỏ)
        #[arg(long = "as", value_name = "VIỆC", value_parser = LINKS, hide_possible_values = true)]
        kind: String,
        /// Mẫu khác mẫu thường dùng
        #[arg(long, value_name = "MẪU")]
        template: Option<String>,
    },
    /// Ghi một bản thảo thay thế, sửa đổi, đính chính, thu hồi hoặc hủy bỏ văn bản nào; không nêu --as thì bỏ
    Link {
        /// Mã bản thảo
        #[arg(value_name = "BẢN THẢO")]
        document: String,
        /// Mã văn bản đã ban hành
        #[arg(value_name = "VĂN BẢN")]
        earlier: String,
        /// Việc, như của lệnh amend
        #[arg(long = "as", value_name = "VIỆC", value_parser = LINKS, hide_possible_values = true)]
        kind: Option<String>,
    },
    /// Xem số định danh đầy đủ của một đối tượng hay một đề nghị; việc xem được ghi vào nhật ký
    Identity {
        /// Mã, ví dụ hon-4, nom-9
        #[arg(value_name = "MÃ")]
        id: String,
    },
    /// Ghi danh sách đề nghị của một đợt ra Excel; số định danh được che
    List {
        /// Mã đợt
        #[arg(value_name = "ĐỢT")]
        round: String,
        /// Tệp Excel sẽ ghi
        #[arg(long, value_name = "TỆP.xlsx")]
        to: PathBuf,
        /// Ghi số định danh đầy đủ; việc này được ghi vào nhật ký
        #[arg(long)]
        identities: bool,
    },
    /// Liệt kê các hồ sơ đối tượng có thể trùng, kèm lý do; không tự gộp
    Duplicates {
        /// Chỉ những hồ sơ có thể trùng với hồ sơ này
        #[arg(value_name = "ĐỐI TƯỢNG")]
        honoree: Option<String>,
        /// Xem tiếp từ chỗ mà lần trước đã in
        #[arg(long, value_name = "CHỖ", default_value = "", hide_default_value = true)]
        from: String,
        /// Số cặp muốn xem
        #[arg(long, value_name = "SỐ", default_value_t = 50)]
        count: u32,
    },
    /// Ghi nhận hai hồ sơ giống nhau không phải là một; lần sau không hỏi lại
    Different {
        /// Mã của một hồ sơ
        #[arg(value_name = "ĐỐI TƯỢNG")]
        one: String,
        /// Mã của hồ sơ kia
        #[arg(value_name = "ĐỐI TƯỢNG KHÁC")]
        other: String,
        /// Bỏ ghi nhận, xét lại từ đầu
        #[arg(long)]
        again: bool,
    },
    /// Gộp các hồ sơ của cùng một đối tượng; sau này tách lại được
    ///
    /// Khen thưởng, đề nghị và tệp chuyển sang hồ sơ giữ lại; tên ghi trong quyết định giữ nguyên. Mã cũ vẫn dùng được.
    Merge {
        /// Mã hồ sơ giữ lại
        #[arg(value_name = "GIỮ LẠI")]
        into: String,
        /// Mã các hồ sơ gộp vào
        #[arg(value_name = "GỘP VÀO", required = true)]
        merged: Vec<String>,
    },
    /// Tách một hồ sơ đã gộp: trả lại đúng những gì đã chuyển từ hồ sơ đó
    Unmerge {
        /// Mã hồ sơ đã gộp
        #[arg(value_name = "HỒ SƠ")]
        id: String,
        /// Mã khen thưởng, đề nghị, tệp ghi sau khi gộp mà chuyển theo; nêu được nhiều lần
        #[arg(long, value_name = "MÃ")]
        also: Vec<String>,
        /// Ghi nhận luôn rằng hai hồ sơ không phải là một
        #[arg(long)]
        different: bool,
    },
    /// Liệt kê các đơn vị trong danh mục, hoặc các cách ghi đơn vị chưa rõ
    Units {
        /// Một phần tên
        #[arg(value_name = "CHỮ", default_value = "", hide_default_value = true)]
        text: String,
        /// Liệt kê các cách ghi chưa thuộc đơn vị nào
        #[arg(long)]
        unknown: bool,
    },
    /// Thêm một đơn vị vào danh mục
    NewUnit {
        /// Tên
        #[arg(value_name = "TÊN")]
        name: String,
        /// Có tên này từ ngày nào, năm-tháng-ngày
        #[arg(long, value_name = "NĂM-THÁNG-NGÀY")]
        from: Option<NaiveDate>,
        /// Ghi chú, ví dụ quyết định thành lập
        #[arg(long, value_name = "CHỮ", default_value = "", hide_default_value = true)]
        note: String,
    },
    /// Đổi tên một đơn vị từ một ngày; hồ sơ cũ giữ tên cũ
    RenameUnit {
        /// Mã đơn vị, xem lệnh units
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
        /// Tên mới
        #[arg(value_name = "TÊN MỚI")]
        name: String,
        /// Từ ngày nào, năm-tháng-ngày
        #[arg(long, value_name = "NĂM-THÁNG-NGÀY")]
        day: NaiveDate,
    },
    /// Ghi nhận đơn vị sáp nhập, chia tách, chuyển thành đơn vị khác từ một ngày
    ///
    /// Nhiều đơn vị thành một là sáp nhập, một thành nhiều là chia tách. Đơn vị nêu ở cả hai bên thì còn tiếp tục.
    SucceedUnits {
        /// Mã hoặc tên đơn vị trước; nêu được nhiều lần
        #[arg(long, value_name = "ĐƠN VỊ", required = true)]
        before: Vec<String>,
        /// Mã hoặc tên đơn vị sau; nêu được nhiều lần
        #[arg(long, value_name = "ĐƠN VỊ", required = true)]
        after: Vec<String>,
        /// Từ ngày nào, năm-tháng-ngày
        #[arg(long, value_name = "NĂM-THÁNG-NGÀY")]
        day: NaiveDate,
    },
    /// Đưa một cách ghi chưa rõ vào một đơn vị
    PutUnitText {
        /// Cách ghi, đúng như trong hồ sơ
        #[arg(value_name = "CÁCH GHI")]
        text: String,
        /// Mã đơn vị
        #[arg(value_name = "ĐƠN VỊ")]
        unit: String,
    },
    /// Liệt kê thông tin cơ quan qua các thời kỳ
    Agencies,
    /// Kiểm tra kho: nhật ký, tệp, văn bản
    Check,
    /// Sao lưu kho ngay, cả sang thư mục sao lưu nếu đã chọn
    Backup,
    /// Liệt kê các bản sao lưu và mỗi bản có gì
    Backups {
        /// Xem trong thư mục này thay cho thư mục sao lưu đã chọn
        #[arg(long, value_name = "THƯ MỤC")]
        from: Option<PathBuf>,
    },
    /// Chọn thư mục sao lưu: ổ đĩa rời hay thư mục trên mạng đều được
    #[command(group(ArgGroup::new("which").args(["folder", "none"]).required(true)))]
    BackupFolder {
        /// Thư mục
        #[arg(value_name = "THƯ MỤC")]
        folder: Option<PathBuf>,
        /// Thôi dùng thư mục sao lưu
        #[arg(long)]
        none: bool,
    },
    /// Lấy lại các tệp bị thiếu hoặc bị thay đổi từ thư mục sao lưu
    Mend {
        /// Tìm trước trong thư mục này
        #[arg(long, value_name = "THƯ MỤC")]
        from: Option<PathBuf>,
    },
    /// Cho biết kho có mở được không, vì sao, và có thể làm gì
    Recovery {
        /// Xem bản sao lưu trong thư mục này thay cho thư mục sao lưu đã chọn
        #[arg(long, value_name = "THƯ MỤC")]
        from: Option<PathBuf>,
    },
    /// Khôi phục kho từ một bản sao lưu; kho đang có được sao lưu hoặc giữ lại trước
    Restore {
        /// Tên bản sao lưu, xem lệnh backups; không nêu thì lấy bản mới nhất dùng được
        #[arg(value_name = "TÊN")]
        name: Option<String>,
        /// Thư mục có bản sao lưu, ví dụ khi chuyển sang máy mới
        #[arg(long, value_name = "THƯ MỤC")]
        from: Option<PathBuf>,
    },
    /// Ghi ra thư mục những gì còn đọc được của kho bị hỏng, mỗi bảng một tệp văn bản
    ReadOut {
        /// Thư mục
        #[arg(value_name = "THƯ MỤC")]
        to: PathBuf,
    },
    /// Lập kho trống thay cho kho không mở được; tệp cũ được giữ lại
    StartAnew,
    /// Mở trang của chương trình cho trình duyệt trên chính máy này (chỉ có trong bản thử)
    #[cfg(any(debug_assertions, feature = "e2e"))]
    Serve {
        /// Cổng; 0 thì tự chọn
        #[arg(long, value_name = "CỔNG", default_value_t = 0)]
        port: u16,
        /// Thư mục giao diện đã dựng; không nêu thì dùng giao diện trong chương trình
        #[arg(long, value_name = "THƯ MỤC")]
        ui: Option<PathBuf>,
    },
}

/// What is searched for, and what becomes of it.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("asked").required(true).multiple(true).args(
    ["text", "saved", "year", "from_year", "to_year", "kind", "authority", "conference", "unit", "honoree_type"]
)))]
pub(crate) struct SearchArguments {
    /// Chữ cần tìm: một phần tên, số quyết định, tên hội nghị, chữ trong văn bản và tệp
    #[arg(value_name = "CHỮ")]
    pub(crate) text: Option<String>,
    /// Chỉ tìm loại này; nêu được nhiều lần
    #[arg(long, value_name = "LOẠI", value_parser = THINGS, hide_possible_values = true,
        help = "Chỉ tìm loại này (honoree, document, conference, round, decision, file, award); nêu được nhiều lần")]
    pub(crate) only: Vec<String>,
    /// Năm
    #[arg(long, value_name = "NĂM", conflicts_with_all = ["from_year", "to_year"], value_parser = clap::value_parser!(i32).range(1..=9999))]
    pub(crate) year: Option<i32>,
    /// Từ năm
    #[arg(long, value_name = "NĂM", value_parser = clap::value_parser!(i32).range(1..=9999))]
    pub(crate) from_year: Option<i32>,
    /// Đến năm
    #[arg(long, value_name = "NĂM", value_parser = clap::value_parser!(i32).range(1..=9999))]
    pub(crate) to_year: Option<i32>,
    /// Mã danh hiệu, hình thức; hoặc phần đầu của mã, ví dụ merit là Bằng khen của mọi cấp
    #[arg(long, value_name = "MÃ")]
    pub(crate) kind: Option<String>,
    /// Cấp tặng
    #[arg(long, value_name = "CẤP", value_parser = AUTHORITIES, hide_possible_values = true,
        help = "Cấp tặng (president, government, prime_minister, minister, province_chair, department_director, commune_chair)")]
    pub(crate) authority: Option<String>,
    /// Mã hội nghị, ví dụ conf-1
    #[arg(long, value_name = "MÃ")]
    pub(crate) conference: Option<String>,
    /// Đơn vị: cả tên hoặc một phần
    #[arg(long, value_name = "TÊN")]
    pub(crate) unit: Option<String>,
    /// Loại đối tượng
    #[arg(long = "type", value_name = "LOẠI", value_parser = TYPES, hide_possible_values = true,
        help = "Loại đối tượng (individual, collective, household)")]
    pub(crate) honoree_type: Option<String>,
    /// Bỏ qua bấy nhiêu kết quả đầu của mỗi loại
    #[arg(long, value_name = "SỐ", default_value_t = 0, hide_default_value = true)]
    pub(crate) from: u32,
    /// Nhiều nhất bấy nhiêu kết quả của mỗi loại; không nêu thì 50
    #[arg(long, value_name = "SỐ", default_value_t = 0, hide_default_value = true)]
    pub(crate) count: u32,
    /// Dùng một tìm kiếm đã lưu
    #[arg(long, value_name = "TÊN", conflicts_with_all = ["text", "only", "year", "from_year", "to_year", "kind", "authority", "conference", "unit", "honoree_type"])]
    pub(crate) saved: Option<String>,
    /// Lưu tìm kiếm này với một tên, để dùng lại
    #[arg(long, value_name = "TÊN", conflicts_with_all = ["saved", "export"])]
    pub(crate) save: Option<String>,
    /// Ghi mọi kết quả ra tệp Excel
    #[arg(long, value_name = "TỆP.xlsx")]
    pub(crate) export: Option<PathBuf>,
}

const THINGS: [&str; 7] = ["honoree", "document", "conference", "round", "decision", "file", "award"];
const AUTHORITIES: [&str; 7] = [
    "president",
    "government",
    "prime_minister",
    "minister",
    "province_chair",
    "department_director",
    "commune_chair",
];
const TYPES: [&str; 3] = ["individual", "collective", "household"];
/// What a document does to another.
const LINKS: [&str; 5] = ["replaces", "amends", "corrects", "recalls", "cancels"];

fn key_and_value(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.trim().is_empty() => Ok((key.trim().to_owned(), value.to_owned())),
        _ => Err("cần có dạng Ô=GIÁ TRỊ".to_owned()),
    }
}

fn key_and_number(text: &str) -> Result<(String, f64), String> {
    let (key, value) = key_and_value(text)?;
    match value.trim().replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() => Ok((key, number)),
        _ => Err("cần có dạng MỤC=SỐ, ví dụ indent=12,7".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_may_hold_an_equals_sign() {
        assert_eq!(key_and_value("a=b=c"), Ok(("a".to_owned(), "b=c".to_owned())));
        assert!(key_and_value("=b").is_err());
        assert!(key_and_value("a").is_err());
    }

    #[test]
    fn numbers_have_a_comma_or_a_point() {
        for text in ["indent=12,7", "indent=12.7", "indent= 12,7 "] {
            assert_eq!(key_and_number(text), Ok(("indent".to_owned(), 12.7)));
        }
        for text in ["indent", "indent=", "indent=rộng", "indent=1.234,5", "indent=NaN", "indent=inf"] {
            assert!(key_and_number(text).is_err(), "{text}");
        }
    }
}
