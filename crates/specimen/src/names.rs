//! Names as they are met in lists: people by the frequencies of Vietnamese names, collectives by their usual wording.

use crate::chance::Chance;
use commendation::{BirthDate, Gender, Honoree, HonoreeType};

/// Family names by weight: four in ten people are called Nguyễn, and thirteen names cover nine in ten.
const FAMILY: &[(&str, u32)] = &[
    ("Nguyễn", 384),
    ("Trần", 110),
    ("Lê", 95),
    ("Phạm", 70),
    ("Huỳnh", 28),
    ("Hoàng", 23),
    ("Phan", 45),
    ("Vũ", 20),
    ("Võ", 19),
    ("Đặng", 21),
    ("Bùi", 20),
    ("Đỗ", 14),
    ("Hồ", 13),
    ("Ngô", 13),
    ("Dương", 10),
    ("Lý", 5),
    ("Trương", 14),
    ("Đinh", 9),
    ("Đoàn", 9),
    ("Lâm", 7),
    ("Mai", 7),
    ("Trịnh", 7),
    ("Đào", 6),
    ("Cao", 6),
    ("Hà", 5),
    ("Lưu", 5),
    ("Lương", 5),
    ("Thái", 4),
    ("Châu", 3),
    ("Tạ", 3),
    ("Phùng", 3),
    ("Tô", 3),
    ("Vương", 2),
    ("Tăng", 2),
    ("Quách", 2),
    ("Lại", 2),
    ("Hứa", 2),
    ("Thạch", 1),
    ("Kiều", 1),
    ("Tống", 1),
    ("Nghiêm", 1),
];

const MIDDLE_OF_MEN: &[(&str, u32)] = &[
    ("Văn", 300),
    ("Hữu", 50),
    ("Đức", 45),
    ("Minh", 55),
    ("Quang", 40),
    ("Thanh", 55),
    ("Hoàng", 45),
    ("Ngọc", 35),
    ("Xuân", 30),
    ("Công", 28),
    ("Đình", 30),
    ("Quốc", 35),
    ("Trọng", 20),
    ("Tấn", 25),
    ("Anh", 20),
    ("Thành", 25),
    ("Tuấn", 20),
    ("Phước", 15),
    ("Bá", 12),
    ("Duy", 15),
    ("", 40),
];

const MIDDLE_OF_WOMEN: &[(&str, u32)] = &[
    ("Thị", 380),
    ("Thị Thu", 40),
    ("Thị Thanh", 40),
    ("Thị Kim", 40),
    ("Thị Ngọc", 45),
    ("Thị Mỹ", 25),
    ("Thị Bích", 25),
    ("Thị Hồng", 35),
    ("Thị Minh", 20),
    ("Thị Phương", 20),
    ("Ngọc", 50),
    ("Kim", 30),
    ("Thanh", 30),
    ("Thu", 25),
    ("Hồng", 20),
    ("Thùy", 20),
    ("Bích", 20),
    ("Phương", 15),
    ("Như", 10),
    ("", 20),
];

const GIVEN_OF_MEN: &[(&str, u32)] = &[
    ("Hùng", 40),
    ("Dũng", 38),
    ("Tuấn", 36),
    ("Minh", 34),
    ("Nam", 26),
    ("Hải", 30),
    ("Thành", 30),
    ("Sơn", 26),
    ("Long", 24),
    ("Hoàng", 22),
    ("Cường", 24),
    ("Đức", 20),
    ("Tâm", 16),
    ("Phúc", 20),
    ("Quang", 16),
    ("Hiếu", 18),
    ("Khánh", 12),
    ("Trung", 20),
    ("Tài", 14),
    ("Thắng", 18),
    ("Bình", 18),
    ("Hòa", 12),
    ("Lộc", 12),
    ("Phong", 14),
    ("Tùng", 14),
    ("Vinh", 12),
    ("An", 12),
    ("Đạt", 14),
    ("Khoa", 12),
    ("Nghĩa", 12),
    ("Toàn", 14),
    ("Việt", 12),
    ("Kiên", 10),
    ("Hậu", 8),
    ("Mạnh", 10),
    ("Thịnh", 10),
    ("Tiến", 14),
    ("Quý", 8),
    ("Sĩ", 3),
    ("Luân", 5),
    ("Út", 3),
    ("Đông", 5),
];

const GIVEN_OF_WOMEN: &[(&str, u32)] = &[
    ("Hương", 30),
    ("Lan", 26),
    ("Hoa", 22),
    ("Mai", 22),
    ("Thảo", 26),
    ("Hà", 24),
    ("Trang", 26),
    ("Hạnh", 22),
    ("Nga", 20),
    ("Ngọc", 22),
    ("Linh", 26),
    ("Thủy", 24),
    ("Phương", 24),
    ("Hằng", 18),
    ("Yến", 20),
    ("Dung", 18),
    ("Loan", 16),
    ("Tuyết", 14),
    ("Ánh", 12),
    ("Vân", 16),
    ("Hiền", 18),
    ("Nhung", 14),
    ("Oanh", 12),
    ("Thúy", 14),
    ("Trâm", 14),
    ("Quyên", 12),
    ("Liên", 12),
    ("Xuân", 10),
    ("Diễm", 8),
    ("Nguyệt", 8),
    ("Trinh", 10),
    ("Kiều", 8),
    ("Như", 10),
    ("Vy", 10),
    ("Châu", 8),
    ("Hòa", 8),
    ("Đào", 6),
    ("Bé", 3),
    ("Lài", 3),
    ("Thơ", 5),
];

/// Where units are.
const PLACES: &[&str] = &[
    "An Hòa",
    "An Thạnh",
    "Bình Đức",
    "Bình Hòa",
    "Bình Minh",
    "Bến Lức",
    "Cần Đước",
    "Cần Giuộc",
    "Châu Thành",
    "Đông Thành",
    "Đức Hòa",
    "Đức Huệ",
    "Gia Lộc",
    "Gò Dầu",
    "Hậu Nghĩa",
    "Hiệp Ninh",
    "Hòa Thành",
    "Khánh Hậu",
    "Kiến Tường",
    "Long An",
    "Long Cang",
    "Long Hoa",
    "Long Thuận",
    "Lộc Ninh",
    "Mộc Hóa",
    "Mỹ An",
    "Mỹ Hạnh",
    "Mỹ Lộc",
    "Mỹ Quý",
    "Nhơn Hòa",
    "Nhựt Tảo",
    "Ninh Điền",
    "Ninh Thạnh",
    "Phước Chỉ",
    "Phước Lý",
    "Phước Minh",
    "Phước Thạnh",
    "Phước Vinh",
    "Rạch Kiến",
    "Tầm Vu",
    "Tân An",
    "Tân Biên",
    "Tân Châu",
    "Tân Đông",
    "Tân Hòa",
    "Tân Hội",
    "Tân Hưng",
    "Tân Lân",
    "Tân Lập",
    "Tân Long",
    "Tân Ninh",
    "Tân Phú",
    "Tân Tập",
    "Tân Tây",
    "Tân Thành",
    "Tân Thạnh",
    "Tân Trụ",
    "Thanh Điền",
    "Thạnh Bình",
    "Thạnh Đức",
    "Thạnh Hóa",
    "Thạnh Lợi",
    "Thạnh Phước",
    "Thủ Thừa",
    "Thuận Mỹ",
    "Trà Vong",
    "Trảng Bàng",
    "Truông Mít",
    "Tuyên Bình",
    "Tuyên Thạnh",
    "Vàm Cỏ",
    "Vĩnh Châu",
    "Vĩnh Công",
    "Vĩnh Hưng",
    "Vĩnh Thạnh",
];

/// Bodies of which each place has one, or one for each number.
const BODIES: &[(&str, u32)] = &[
    ("Ủy ban nhân dân xã", 1),
    ("Đảng ủy xã", 1),
    ("Ủy ban Mặt trận Tổ quốc Việt Nam xã", 1),
    ("Hội Liên hiệp Phụ nữ xã", 1),
    ("Hội Cựu chiến binh xã", 1),
    ("Hội Nông dân xã", 1),
    ("Đoàn Thanh niên xã", 1),
    ("Trạm Y tế xã", 1),
    ("Công an xã", 1),
    ("Ban Chỉ huy Quân sự xã", 1),
    ("Trường Mầm non", 3),
    ("Trường Tiểu học", 6),
    ("Trường Trung học cơ sở", 4),
    ("Trường Trung học phổ thông", 2),
    ("Hợp tác xã Nông nghiệp", 3),
    ("Chi cục Thuế khu vực", 1),
    ("Bảo hiểm xã hội", 1),
    ("Tòa án nhân dân khu vực", 2),
    ("Viện Kiểm sát nhân dân khu vực", 2),
    ("Thi hành án dân sự", 2),
    ("Trung tâm Y tế", 1),
    ("Kho bạc Nhà nước", 1),
    ("Phòng Công chứng", 4),
    ("Ban Quản lý chợ", 2),
    ("Đội Quản lý thị trường", 2),
];

/// Parts of a body that are honoured by themselves.
const PARTS: &[&str] = &[
    "Văn phòng",
    "Tổ Kế toán",
    "Tổ Chuyên môn 1",
    "Tổ Chuyên môn 2",
    "Tổ Hành chính",
    "Công đoàn cơ sở",
    "Chi bộ",
    "Phòng Nghiệp vụ",
    "Phòng Tổ chức - Hành chính",
    "Phòng Kế hoạch - Tài chính",
    "Phòng Thanh tra",
    "Đội Tình nguyện",
];

const POSITIONS: &[(&str, u32)] = &[
    ("Chuyên viên", 300),
    ("Giáo viên", 260),
    ("Nhân viên", 90),
    ("Phó Trưởng phòng", 60),
    ("Trưởng phòng", 50),
    ("Kế toán", 45),
    ("Văn thư", 20),
    ("Phó Hiệu trưởng", 25),
    ("Hiệu trưởng", 20),
    ("Bác sĩ", 20),
    ("Điều dưỡng", 25),
    ("Phó Chủ tịch", 15),
    ("Chủ tịch", 10),
    ("Công chứng viên", 8),
    ("Chấp hành viên", 8),
    ("Kiểm sát viên", 8),
    ("Thẩm phán", 6),
    ("Phó Giám đốc", 10),
    ("Giám đốc", 6),
    ("Trưởng Công an xã", 4),
    ("Bí thư Đảng ủy", 4),
];

/// Somebody who may be honoured, and from when to when.
#[derive(Debug, Clone)]
pub(crate) struct Somebody {
    pub(crate) honoree: Honoree,
    pub(crate) from: i32,
    pub(crate) to: i32,
}

/// The body with this number: each has its own name.
pub(crate) fn body(index: usize) -> String {
    let per_place: usize = BODIES.iter().map(|(_, count)| *count as usize).sum();
    let (place, mut rest) = (PLACES[index % PLACES.len()], index / PLACES.len());
    let lap = rest / per_place;
    rest %= per_place;
    for (name, count) in BODIES {
        let count = *count as usize;
        if rest < count {
            let number = lap * count + rest + 1;
            return if count * (lap + 1) == 1 {
                format!("{name} {place}")
            } else {
                format!("{name} {place} {number}")
            };
        }
        rest -= count;
    }
    place.to_owned()
}

/// A collective: a body, or a part of one.
pub(crate) fn collective(index: usize) -> Somebody {
    let of = body(index / (PARTS.len() + 1));
    let honoree = match (index % (PARTS.len() + 1)).checked_sub(1) {
        None => thing(HonoreeType::Collective, of, None),
        Some(part) => thing(HonoreeType::Collective, format!("{} {of}", PARTS[part]), Some(of)),
    };
    Somebody { honoree, from: 1990, to: 2026 }
}

fn thing(honoree_type: HonoreeType, name: String, unit: Option<String>) -> Honoree {
    Honoree { honoree_type, name, gender: None, birth: None, position: None, unit }
}

/// A household, named after its head.
pub(crate) fn household(chance: &mut Chance) -> Somebody {
    let head = person_name(chance, Gender::Male);
    let place = chance.one_of(PLACES);
    let honoree = thing(
        HonoreeType::Household,
        format!("Hộ ông {head}"),
        Some(format!("Ấp {}, xã {place}", chance.between(1, 9))),
    );
    Somebody { honoree, from: 1990, to: 2026 }
}

/// A person of one of `bodies` bodies, at work for some of the years.
pub(crate) fn person(chance: &mut Chance, bodies: usize) -> Somebody {
    let gender = if chance.percent(54) { Gender::Female } else { Gender::Male };
    let born = chance.between(1940, 2001);
    let birth = match chance.below(10) {
        0 => None,
        1..=3 => Some(BirthDate::year(born)),
        _ => Some(BirthDate {
            year: born,
            month: Some(chance.between(1, 12) as u32),
            day: Some(chance.between(1, 28) as u32),
        }),
    };
    let honoree = Honoree {
        honoree_type: HonoreeType::Individual,
        name: person_name(chance, gender),
        gender: Some(gender),
        birth,
        position: Some((*chance.weighted(POSITIONS)).to_owned()),
        unit: Some(body(chance.below(bodies))),
    };
    let from = (born + chance.between(22, 30)).clamp(1990, 2024);
    Somebody { honoree, from, to: (born + 60).clamp(from + 2, 2026) }
}

/// A name by frequency.
pub(crate) fn person_name(chance: &mut Chance, gender: Gender) -> String {
    let (middle, given) = match gender {
        Gender::Male => (MIDDLE_OF_MEN, GIVEN_OF_MEN),
        Gender::Female => (MIDDLE_OF_WOMEN, GIVEN_OF_WOMEN),
    };
    let (family, middle, given) = (chance.weighted(FAMILY), chance.weighted(middle), chance.weighted(given));
    if middle.is_empty() { format!("{family} {given}") } else { format!("{family} {middle} {given}") }
}

/// How another list writes a name.
pub(crate) fn another_spelling(chance: &mut Chance, name: &str) -> String {
    match chance.below(3) {
        0 => name.to_uppercase(),
        1 => name.replace("Hòa", "Hoà").replace("Thúy", "Thuý").replace("Thủy", "Thuỷ").replace("Quý", "Quí"),
        _ => name.replace("Thị ", "T. ").replace("Văn ", "V. "),
    }
}
