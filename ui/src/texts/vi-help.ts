/** The help pages in Vietnamese, one section a screen, in the order of the work. */

export interface HelpSection {
  /** The screen it is about. */
  id: string;
  title: string;
  body: string[];
  /** What to do, in order; may be empty. */
  steps: string[];
}

const sections: HelpSection[] = [
  {
    id: "home",
    title: "Bắt đầu",
    body: [
      "Bảng Vàng giúp cán bộ phụ trách thi đua, khen thưởng làm trọn một năm công việc: nhận danh sách đề nghị, kiểm tra, soạn tờ trình và quyết định, in giấy khen, tổ chức hội nghị, lưu và tra cứu về sau. Mỗi thông tin chỉ nhập một lần.",
      "Mọi thay đổi được lưu ngay vào kho trên máy này. Góc dưới bên phải luôn ghi lúc lưu cuối cùng. Làm nhầm thì bấm Hoàn tác (Ctrl+Z), kể cả sau khi xóa.",
      "Màn hình Tổng quan cho biết việc đang mở và bước tiếp theo của từng việc.",
    ],
    steps: [
      "Khai cơ quan, địa danh, người ký (một lần, sửa lại được trong Thiết lập).",
      "Nhập danh sách Excel của các đơn vị vào một đợt khen thưởng.",
      "Kiểm tra, ghi ý kiến của Hội đồng.",
      "Soạn tờ trình, quyết định; xuất PDF để ký.",
      "Ghi số, ngày ban hành; in giấy khen.",
    ],
  },
  {
    id: "rounds",
    title: "Đợt khen thưởng",
    body: [
      "Mỗi đợt gồm tám bước: Danh sách, Kiểm tra, Hội đồng, Tờ trình, Quyết định, Giấy khen, Trao tặng, Lưu trữ. Bước đã xong có dấu ✓. Có thể mở bất cứ bước nào, chương trình không chặn.",
      "Danh sách được xếp theo cấp có thẩm quyền, từ cao xuống thấp; trong mỗi cấp, tập thể đứng trước, rồi hộ gia đình, rồi cá nhân. Bấm vào một dòng để xem điều luật, các điều cần xem và khen thưởng đã có của đối tượng.",
      "Các nhãn phía trên bảng là bộ lọc: bấm để chỉ xem những dòng đó, bấm lần nữa để xem tất cả. Bấm vào tiêu đề cột để sắp xếp trong từng cấp.",
      "Đợt có hàng nghìn dòng vẫn mở ngay: chỉ những dòng đang xem được đọc từ kho. Ô ở đầu bảng hoặc Ctrl+A chọn tất cả các dòng, kể cả những dòng chưa hiện.",
    ],
    steps: [
      "Đánh dấu các dòng cần quyết định; giữ Shift để chọn nhiều dòng liền nhau.",
      "Bấm Đồng ý hoặc Không đồng ý. Muốn xem xét lại thì bấm Để chờ xét.",
      "Bấm Soạn văn bản để lập tờ trình hoặc quyết định kèm danh sách.",
    ],
  },
  {
    id: "import",
    title: "Nhập từ Excel",
    body: [
      "Danh sách do đơn vị gửi dùng được ngay: phần đầu trang, ô gộp, dòng nhóm, dòng trống và dòng tổng được nhận ra. Tên viết hoa, có chữ Ông, Bà phía trước, thừa dấu cách hoặc chữ kiểu cũ (TCVN3, VNI) được đưa về dạng chuẩn và cho xem trước.",
      "Chưa bấm Nhập thì chưa có gì được ghi. Chương trình không đoán: dòng không hiểu được nêu rõ lý do.",
    ],
    steps: [
      "Bấm Chọn tệp Excel, chọn đợt để nhập vào.",
      "Xem hàng ý nghĩa ở đầu cột. Cột nào hiểu sai thì chọn lại, mọi dòng được đọc lại.",
      "So tổng ở chân bảng: số dòng = mới + đã biết + lặp + cần hỏi.",
      "Bấm Nhập. Dòng chưa nhận thì sửa trong tệp rồi nhập lại, hoặc thêm bằng tay.",
    ],
  },
  {
    id: "documents",
    title: "Văn bản",
    body: [
      "Bên trái là nội dung, bên phải là trang in. Gõ đến đâu trang in đổi đến đó. Bấm vào chữ trên trang in để đến đúng ô cần sửa.",
      "Ô có nhãn “đã sửa riêng” là ô bạn đã gõ đè lên mẫu; mũi tên tròn bên cạnh lấy lại nội dung theo mẫu. Ô “còn trống” phải điền; ô “để trống được” (số, ngày) điền sau khi văn thư cấp.",
      "Xuất PDF để ký tạo tệp PDF có sẵn hai chỗ ký số. Tệp đã ký thì kèm lại vào văn bản, chương trình giữ nguyên từng byte.",
      "Mục “Dấu chỉ, trình bày” ở cuối phần nội dung có mức độ khẩn, phạm vi lưu hành, ký hiệu người soạn thảo, địa chỉ cơ quan, và thu gọn văn bản dài quá một hai dòng. Mục “Phụ lục, danh sách kèm theo” cho đặt trang ngang hoặc xuất phụ lục thành tệp riêng có ô ký số của cơ quan.",
      "Mẫu dùng chung: Công văn; Văn bản có tên loại khác (kế hoạch, thông báo…), ở đó dòng bắt đầu bằng “Chương I”, “Điều 1.”, “1.”, “a)” được trình bày theo cấp của nó. Trích sao soạn từ văn bản đã ban hành; phần ghi của bản sao y, sao lục in thêm vào tờ cuối của bản chụp.",
      "Ban hành ghi số và ngày do văn thư cấp. Từ đó nội dung được giữ nguyên và khen thưởng được ghi vào hồ sơ từng người. Số, ký hiệu, cơ quan và năm không trùng nhau, dù gõ hoa, thường, có dấu cách hay số 0 ở đầu.",
      "Muốn đổi văn bản đã ban hành thì lập văn bản mới: menu Việc khác, Lập văn bản sửa đổi, thay thế… Hai văn bản được nối với nhau; từ khi văn bản mới ban hành, văn bản cũ và các khen thưởng của nó ghi rõ đã được thay thế, sửa đổi, đính chính, thu hồi hay hủy bỏ bởi văn bản nào. Không có gì bị xóa.",
      "Hoàn tác là cách duy nhất đưa văn bản đã ban hành về dự thảo, và được ghi vào nhật ký. Nếu văn bản đã xuất PDF sau khi ban hành hoặc đã có tệp kèm theo (bản đã ký) thì chương trình hỏi lại trước khi hoàn tác; văn bản đã có văn bản khác nói đến thì không hoàn tác được.",
    ],
    steps: [
      "Điền các chỗ còn thiếu; xem mục Kiểm tra ở cuối phần nội dung.",
      "Xuất PDF để ký, trình ký.",
      "Khi có số và ngày, bấm Ban hành.",
      "Với quyết định tặng Giấy khen: bấm Giấy khen để xem và xuất giấy khen, mỗi đối tượng một trang.",
      "In: bấm In (Ctrl+P), chọn máy in, số bản, các trang. Trang được in đúng kích thước thật (100 %), đúng như bản xem trước và tệp PDF. Tệp đã ký số do chương trình khác tạo thì mở bằng chương trình đọc PDF và in ở 100 %.",
    ],
  },
  {
    id: "register",
    title: "Sổ đăng ký",
    body: [
      "Sổ đăng ký văn bản đi của từng năm, đủ mười cột theo Phụ lục IV Nghị định 30/2020/NĐ-CP. Văn bản vào sổ khi được ban hành. Số còn thiếu là dòng trống; số trùng, số và ngày ngược thứ tự được nêu bên cạnh, không bị chặn.",
      "Số đã cấp cho văn bản không có trong kho: mở dòng trống đó và ghi cấp cho văn bản nào. Cột bản lưu, số bản, ngày chuyển, ghi chú: mở dòng của văn bản. Cột Ký nhận ký tay trên bản in.",
      "Dãy số do người đứng đầu cơ quan quy định: chung cho mọi văn bản, riêng từng loại, hội đồng có đóng dấu cơ quan thì riêng. Dãy số có ngày bắt đầu, ngày kết thúc, nên năm cũ vẫn theo quy định cũ. Khi ban hành, chương trình nêu số tiếp theo và điều cần xem; số do văn thư cấp vẫn là số đúng.",
    ],
    steps: [
      "Chọn năm, dãy số; xem tiêu đề mỗi dãy: số tiếp theo, số thiếu, số trùng.",
      "Mở dòng (Enter hoặc F2) để ghi thêm.",
      "Bấm In sổ (PDF) để in, đóng thành sổ; hoặc Xuất Excel.",
    ],
  },
  {
    id: "conferences",
    title: "Hội nghị",
    body: [
      "Mỗi hội nghị là một trang: thông tin chung, khen thưởng được trao, đoàn đại biểu, số liệu giai đoạn, văn bản và tệp.",
      "Báo cáo và tin bài lấy số liệu đếm từ khen thưởng trong kho, không phải gõ tay, nên luôn khớp với danh sách.",
    ],
    steps: [
      "Thêm hội nghị, điền ngày, nơi họp, người chủ trì, giai đoạn tổng kết.",
      "Ghi khen thưởng được trao; khen thưởng do cấp khác quyết định cũng ghi ở đây.",
      "Soạn báo cáo, tin bài.",
    ],
  },
  {
    id: "honorees",
    title: "Đối tượng",
    body: [
      "Danh sách mọi tập thể, hộ gia đình, cá nhân đã được đề nghị hoặc khen thưởng, xếp theo tên. Trang của mỗi đối tượng ghi khen thưởng theo từng năm, kể cả đề nghị đang xét.",
      "Khen thưởng đã có từ trước hoặc do cấp khác quyết định: bấm Ghi khen thưởng. Biểu tượng PDF cạnh khen thưởng mở bản ban hành hoặc tệp đã đính kèm.",
      "Một người có nhiều hồ sơ thì bấm Gộp hồ sơ: chọn hồ sơ giữ lại, chọn thông tin đúng. Tên ghi trong quyết định không đổi, mã cũ vẫn mở được. Gộp nhầm thì bấm Tách ra, kể cả nhiều năm sau: những gì của hồ sơ đó được trả lại, những gì ghi sau khi gộp ở lại trừ khi được chọn chuyển theo. Trước khi gộp hoặc tách, chương trình tự sao lưu.",
      "Số CCCD/CMND không bắt buộc, chỉ cần cho danh sách trình cấp Nhà nước. Số được che trên mọi màn hình và trong tệp xuất ra, chỉ còn ba chữ số cuối; bấm Hiện để xem trên trang đang mở, đánh dấu ô trong hộp thoại xuất danh sách để ghi đủ số. Mỗi lần hiện hoặc xuất đủ số đều được ghi vào nhật ký. Tìm theo số thì phải gõ đủ cả số.",
    ],
    steps: [],
  },
  {
    id: "duplicates",
    title: "Trùng lặp",
    body: [
      "Danh sách hồ sơ có thể của cùng một đối tượng, kèm lý do: tên giống nhau khi bỏ dấu, chữ hoa, i và y, đảo thứ tự, viết tắt hoặc khác một chữ cái; ngày sinh; đơn vị, kể cả đơn vị đã đổi tên, sáp nhập. Lý do không thuận có màu cam. Chương trình không tự gộp.",
      "Không phải một người thì bấm Không phải: cặp đó không hiện lại. Muốn xét lại thì mở trang của đối tượng.",
    ],
    steps: [
      "Dùng phím ↓ ↑ để chọn một cặp.",
      "Nhấn Enter để so sánh và gộp, hoặc Delete để ghi nhận không phải là một.",
    ],
  },
  {
    id: "units",
    title: "Đơn vị",
    body: [
      "Danh mục đơn vị ghi tên gọi qua các thời kỳ và đơn vị nào kế thừa đơn vị nào. Hồ sơ, quyết định cũ giữ nguyên tên đã ghi; trang của đơn vị gom khen thưởng và đối tượng dưới mọi tên, kể cả của các đơn vị tiền thân.",
      "Mục Cách ghi chưa rõ liệt kê các tên đơn vị trong hồ sơ mà danh mục chưa có. Bấm Đưa vào để thêm thành đơn vị mới hoặc ghi nhận là cách ghi khác của một đơn vị.",
      "Khi gõ đơn vị, chương trình gợi ý tên hiện nay; gõ tên cũ thì gợi ý đơn vị kế thừa.",
    ],
    steps: [
      "Đơn vị đổi tên: mở đơn vị, bấm Đổi tên, ghi tên mới và ngày.",
      "Sáp nhập, chia tách: bấm Sáp nhập, chia tách, ghi các đơn vị trước, các đơn vị sau và ngày.",
    ],
  },
  {
    id: "search",
    title: "Tra cứu",
    body: [
      "Ô tìm ở góc trên bên trái (Ctrl+F) tìm trong cả kho: tên người, tập thể, số quyết định, hội nghị, nội dung văn bản và chữ trong các tệp đã lưu (PDF có chữ, .docx). Không cần gõ dấu; gõ đúng dấu thì kết quả đúng dấu đứng trước. Hoà và hòa, sĩ và sỹ được coi là một; gõ d thì tìm cả đ, gõ đ thì chỉ tìm đ. Số quyết định gõ kiểu nào cũng được: 2871 QD UBND, 2871qđ.",
      "Bấm Bộ lọc để chọn năm, danh hiệu và hình thức, thẩm quyền, hội nghị, đơn vị, loại đối tượng; mỗi bộ lọc đang dùng là một nút, bấm vào là bỏ. Chỉ chọn bộ lọc mà không gõ chữ thì có danh sách khen thưởng, ví dụ mọi Bằng khen năm 2019 của một đơn vị.",
      "Lưu tìm kiếm giữ cả chữ và bộ lọc dưới một tên, hiện ra khi bấm vào ô tìm còn trống. Ghi ra Excel ghi mọi kết quả, không chỉ trang đang xem.",
      "Tệp vừa lưu tìm được theo tên ngay, theo chữ bên trong sau giây lát. Bản chụp (scan) không có chữ nên chỉ tìm được theo tên. Lệnh bang-vang texts cho biết tệp nào không đọc được.",
      "Dùng phím ↓ ↑ để đi giữa các kết quả, Enter để mở, Esc để về ô tìm.",
    ],
    steps: [],
  },
  {
    id: "dossiers",
    title: "Hồ sơ lưu trữ",
    body: [
      "Mỗi hội nghị và mỗi quyết định khen thưởng đã ban hành có một hồ sơ. Chương trình đề xuất văn bản thuộc hồ sơ, thời hạn bảo quản và hạn nộp lưu kèm căn cứ; cán bộ sửa được mọi mục. Bản đã ký được chọn thay cho bản chưa ký.",
      "Thời hạn lấy theo phần có thời hạn dài nhất, tính từ năm kết thúc công việc. Chỗ ghi “chưa kiểm chứng” cần đối chiếu với văn bản đang có hiệu lực. Chương trình không tự xóa hồ sơ nào.",
      "Đóng gói gồm các văn bản theo thứ tự thời gian, dữ liệu đặc tả theo Phụ lục VI và hai mục lục theo Phụ lục V Nghị định 30/2020/NĐ-CP, cùng mã băm của mọi tệp.",
      "Xuất toàn bộ kho ghi một thư mục đọc được không cần chương trình, hoặc một tệp .bangvang để chuyển sang máy khác: chép tệp sang rồi nhấp đúp. Nhập toàn bộ kho chỉ làm được khi kho còn trống: từ màn hình mở đầu hoặc Thiết lập.",
    ],
    steps: [
      "Ghi mã định danh của cơ quan (một lần), số và ký hiệu, người lập, chế độ sử dụng.",
      "Xem phần Còn thiếu, cần xem; đánh dấu văn bản đưa vào hồ sơ, ghi số trang còn thiếu.",
      "Bấm Đóng gói ZIP; sau khi nộp lưu thì ghi ngày nộp lưu.",
    ],
  },
  {
    id: "templates",
    title: "Mẫu",
    body: [
      "Mẫu theo thể thức của Nghị định 30/2020/NĐ-CP. Dòng “cần kiểm tra” dưới mỗi mẫu nêu những chỗ cơ quan nên đối chiếu trước khi dùng lần đầu.",
    ],
    steps: [],
  },
  {
    id: "settings",
    title: "Thiết lập",
    body: [
      "Thông tin cơ quan dùng cho đầu và cuối mọi văn bản. Ngôn ngữ, màu nền và cỡ chữ chỉ đổi màn hình, không đổi văn bản.",
      "Thể thức văn bản: lề, cỡ chữ, khoảng cách chọn trong khuôn khổ Nghị định 30/2020/NĐ-CP; bên cạnh mỗi ô ghi mức cho phép và điều khoản. Trang mẫu bên phải đổi theo khi gõ. Mọi dự thảo theo lựa chọn mới; văn bản đã ban hành giữ nguyên.",
      "Phông chữ: Times New Roman của máy này được dùng khi máy có đủ bốn kiểu, phông cho phép nhúng và có đủ chữ Việt; nếu không thì dùng Liberation Serif kèm chương trình. Phông đã dùng được ghi trong nhật ký khi xuất và ban hành.",
      "Khóa cửa sổ che màn hình khi rời máy: đặt mật khẩu, bấm Khóa hoặc Ctrl+L, hoặc tự khóa sau số phút đã chọn. Khi khóa, chương trình không trả lời việc gì; những gì đang gõ vẫn được giữ. Mở lại chương trình thì phải nhập mật khẩu. Nhập sai nhiều lần phải đợi lâu dần.",
      "Khóa cửa sổ không mã hóa dữ liệu và không áp dụng cho dòng lệnh: ai dùng được tài khoản Windows này thì vẫn đọc được tệp của kho. Mật khẩu giữ trên máy này (tệp lock.json trong thư mục vn.bangvang.desktop của dữ liệu ứng dụng), không đi theo kho. Quên mật khẩu thì đóng chương trình, xóa tệp đó rồi mở lại; kho không mất gì.",
      "Kiểm tra kho đọc lại toàn bộ nhật ký và tệp để chắc dữ liệu nguyên vẹn. Chương trình tự sao lưu khi đóng và trước việc lớn như nhập danh sách, gộp hồ sơ (bản này được ghi trong lúc làm tiếp, thanh trạng thái cho biết khi xong hoặc khi chưa ghi được); nên chọn thêm một thư mục sao lưu ở ổ đĩa khác trong phần Sao lưu, nơi cũng khôi phục được từng bản.",
    ],
    steps: [],
  },
];

export const help = {
  title: "Trợ giúp",
  sections,
  keysTitle: "Phím tắt",
  keys: [
    ["Ctrl+N", "Thêm mới trên màn hình đang mở (đợt, đề nghị, văn bản, hội nghị)"],
    ["Ctrl+F", "Tìm trong cả kho"],
    ["Ctrl+P", "In văn bản hoặc giấy khen đang mở"],
    ["Ctrl+E", "Xuất PDF"],
    ["Ctrl+S", "Lưu ngay (chương trình vẫn tự lưu)"],
    ["Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại; trong ô chữ thì hoàn tác phần vừa gõ"],
    ["Ctrl+A, Ctrl+C", "Trong bảng: chọn tất cả, chép các dòng để dán vào Excel"],
    ["Phím cách", "Trong bảng: đánh dấu dòng đang đứng"],
    ["Enter", "Mở dòng đang đứng"],
    ["Del", "Xóa dòng đang chọn (hoàn tác được)"],
    ["Ctrl+L", "Khóa cửa sổ"],
    ["F1", "Trợ giúp cho màn hình đang mở"],
    ["F2", "Đổi tên, sửa thông tin"],
    ["F5", "Lấy lại dữ liệu mới nhất"],
    ["Esc", "Đóng hộp thoại, bỏ chọn, quay lại"],
  ] as [string, string][],
};
