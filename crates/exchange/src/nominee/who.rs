//! Who a row names: type of honoree, name, gender, birth date, position and unit.

use super::{Award, Known, Reading, Wording, is_tick, shortened};
use crate::legacy::restore_name_capitals;
use crate::rows::{Around, lost_capitals};
use crate::workbook::Value;
use crate::{Column, ColumnMeaning, RowProblem};
use chrono::{Days, NaiveDate};
use commendation::text::{
    clean, collective_case, fold, is_upper, name_case, opens_as_collective, opens_as_position, same_spelling,
    split_title, unknown_acronyms,
};
use commendation::{BirthDate, Gender, Honoree, HonoreeType, check_gender};

impl Reading<'_> {
    /// Who is meant; none when that cannot be known, with the reason among the problems.
    pub(super) fn honoree(
        &mut self,
        around: &Around,
        known: &mut Known,
        wordings: &[Wording],
    ) -> Option<Honoree> {
        let name_columns: Vec<Column> = self.heads.of(ColumnMeaning::Name).cloned().collect();
        let name_column = name_columns.first().map(|c| c.index);
        let filled: Vec<(&Column, String)> = name_columns
            .iter()
            .map(|c| (c, self.own(c.index).map(Value::shown).unwrap_or_default()))
            .filter(|(_, text)| !clean(text).is_empty())
            .collect();
        if filled.is_empty() {
            // A formula without a value was reported already.
            if !self.row.problems.iter().any(|p| p.code == "formula-without-value" && p.column == name_column)
            {
                let problem = RowProblem::new("name-missing", "Chưa ghi họ tên hoặc tên tập thể.");
                self.problem(problem.column(name_column));
            }
            return None;
        }
        let stated: Vec<HonoreeType> = filled.iter().filter_map(|(c, _)| c.honoree_type).collect();
        let same_type = stated.windows(2).all(|pair| pair[0] == pair[1]);
        if !same_type {
            let message = "Dòng này ghi cả tên cá nhân và tên tập thể, chưa rõ đề nghị cho ai.";
            self.problem(RowProblem::new("honoree-type-contradiction", message).column(name_column));
            return None;
        }
        let by_column = stated.first().copied();
        let gendered = filled.iter().find_map(|(c, _)| c.gender);
        let written = filled.iter().map(|(_, t)| t.trim()).collect::<Vec<_>>().join(" ");
        let whole = clean(&written);
        let readable =
            whole.chars().filter(|c| c.is_alphabetic()).count() >= 2 && whole.chars().count() <= 300;
        if !readable || matches!(filled.first().and_then(|(c, _)| self.own(c.index)), Some(Value::Error(_))) {
            let message = format!("“{}” không phải là họ tên hoặc tên tập thể.", shortened(&whole));
            self.problem(RowProblem::new("name-not-understood", message).column(name_column));
            return None;
        }
        let for_person = by_column
            .or(around.honoree_type.as_ref().map(|(of, _)| *of))
            .is_none_or(|of| of == HonoreeType::Individual);
        if for_person && let Some(other) = other_person(&written) {
            let message = format!("Ô họ tên “{}” ghi nhiều người, còn có “{other}”.", shortened(&whole));
            self.problem(
                RowProblem::new("several-people", message)
                    .column(name_column)
                    .hint("Hãy ghi mỗi người một dòng rồi nhập lại.")
                    .value("other", &other),
            );
            return None;
        }
        let (gender, by_title) = self.gender(&whole, gendered);
        let birth = self.birth();
        let honoree_type =
            self.honoree_type(&whole, around, known, wordings, by_column, gender.is_some(), birth.is_some())?;
        let mut honoree = Honoree {
            honoree_type,
            name: whole.clone(),
            gender: None,
            birth: None,
            position: None,
            unit: None,
        };
        self.work(&mut honoree, around);
        if honoree_type == HonoreeType::Individual {
            self.person(&mut honoree, &written, known);
            honoree.gender = gender;
            if let (Some(by_title), Some(stated)) = (by_title, gender)
                && let Some(finding) = check_gender(by_title, stated)
            {
                // Which of the two is right is not for us to say: no paper calls her Bà or him Ông until it is told.
                honoree.gender = None;
                let column = self.column_of(ColumnMeaning::Gender);
                self.problem(RowProblem::new(finding.code, finding.message).column(column));
            }
            honoree.birth = birth.flatten();
        } else {
            self.collective(&mut honoree, known);
        }
        Some(honoree)
    }

    /// The gender that cells or the form of address state, and what the form of address alone says.
    fn gender(&mut self, name: &str, by_name_column: Option<Gender>) -> (Option<Gender>, Option<Gender>) {
        let mut stated: Option<Gender> = None;
        let mut contradiction = false;
        let columns: Vec<Column> = self
            .heads
            .of(ColumnMeaning::Gender)
            .chain(self.heads.of(ColumnMeaning::Birth))
            .cloned()
            .collect();
        for column in columns {
            let text = self.own_text(column.index);
            if text.is_empty() {
                continue;
            }
            let found = match (column.meaning, column.gender) {
                (ColumnMeaning::Birth, None) => continue,
                (_, Some(gender)) if column.meaning == ColumnMeaning::Birth || is_tick(&text) => {
                    if column.meaning == ColumnMeaning::Birth {
                        let message = format!("Giới tính lấy theo cột “{}”.", column.heading);
                        self.infer("gender-by-column", message);
                    }
                    Some(gender)
                }
                _ => gender_of(&text),
            };
            if found.is_none() && text != "-" {
                let message = format!("Không hiểu giới tính “{}”.", shortened(&text));
                self.problem(RowProblem::new("gender-not-understood", message).column(Some(column.index)));
            }
            contradiction |= matches!((stated, found), (Some(a), Some(b)) if a != b);
            stated = stated.or(found);
        }
        if contradiction {
            let message = "Dòng này ghi cả nam và nữ.";
            self.problem(
                RowProblem::new("gender-contradiction", message)
                    .column(self.column_of(ColumnMeaning::Gender)),
            );
            return (None, None);
        }
        let by_title = split_title(name).gender;
        if stated.is_none() {
            if let Some(gender) = by_name_column {
                self.infer("gender-by-column", "Giới tính lấy theo cột họ tên.");
                stated = Some(gender);
            } else if let Some(gender) = by_title {
                let title = split_title(name).title;
                self.infer(
                    "gender-by-title",
                    format!("Giới tính {} lấy theo “{title}”.", gender.vietnamese()),
                );
                stated = Some(gender);
            }
        }
        (stated, by_title)
    }

    /// None = no birth cell is filled; `Some(None)` = filled, not understood.
    fn birth(&mut self) -> Option<Option<BirthDate>> {
        let columns: Vec<Column> = self.heads.of(ColumnMeaning::Birth).cloned().collect();
        let mut filled = None;
        for column in columns {
            let Some(value) = self.own(column.index).cloned() else { continue };
            let text = clean(&value.shown());
            if text.is_empty() || text == "-" || (column.gender.is_some() && is_tick(&text)) {
                continue;
            }
            let read = self.birth_of(&value, &text);
            match read {
                Ok(birth) => {
                    let age = birth.age(self.options.today);
                    if !(14..=100).contains(&age) {
                        let message = format!("Ngày sinh “{text}” ứng với {age} tuổi, hãy kiểm tra lại.");
                        self.problem(
                            RowProblem::new("birth-doubtful", message)
                                .column(Some(column.index))
                                .value("written", &text),
                        );
                    }
                    return Some(Some(birth));
                }
                Err(error) => {
                    let message = format!("Ngày sinh “{}”: {error}.", shortened(&text));
                    self.problem(
                        RowProblem::new(error.code(), message)
                            .column(Some(column.index))
                            .value("written", &text),
                    );
                    filled = Some(None);
                }
            }
        }
        filled
    }

    fn birth_of(&mut self, value: &Value, text: &str) -> Result<BirthDate, commendation::BirthError> {
        let today = self.options.today;
        match value {
            Value::Date(date) => {
                let birth = BirthDate::full(*date);
                BirthDate::checked(birth.year, birth.month, birth.day)?.not_after(today)
            }
            Value::Number(number) if number.fract() == 0.0 && (1900.0..=2100.0).contains(number) => {
                BirthDate::checked(*number as i32, None, None)?.not_after(today)
            }
            // A day count without a date format: Excel shows it as a number.
            Value::Number(number) if (3_654.0..=80_000.0).contains(number) => {
                let (start, count) = if self.sheet.date1904 {
                    (NaiveDate::from_ymd_opt(1904, 1, 1), *number as u64)
                } else {
                    (NaiveDate::from_ymd_opt(1899, 12, 30), *number as u64)
                };
                let date = start
                    .and_then(|s| s.checked_add_days(Days::new(count)))
                    .ok_or(commendation::BirthError::Form)?;
                let birth = BirthDate::full(date).not_after(today)?;
                self.infer(
                    "birth-from-serial",
                    format!("Ngày sinh {birth} lấy từ số ngày {text} của Excel."),
                );
                Ok(birth)
            }
            // `2.1990` typed as a number would lose its last zero; numbers with a fraction are asked about.
            Value::Number(_) => Err(commendation::BirthError::Form),
            _ => {
                let bare = text.trim_start_matches(|c: char| !c.is_ascii_digit());
                let lead = fold(&text[..text.len() - bare.len()]);
                let told = matches!(
                    lead.trim_end_matches([':', '.', ' ']),
                    "" | "sinh nam" | "nam" | "sn" | "sinh" | "sinh ngay" | "ngay" | "'"
                );
                if told {
                    BirthDate::parse(bare)?.not_after(today)
                } else {
                    Err(commendation::BirthError::Form)
                }
            }
        }
    }

    #[allow(clippy::too_many_arguments)]
    fn honoree_type(
        &mut self,
        name: &str,
        around: &Around,
        known: &mut Known,
        wordings: &[Wording],
        by_column: Option<HonoreeType>,
        has_gender: bool,
        has_birth: bool,
    ) -> Option<HonoreeType> {
        use HonoreeType::{Collective, Household, Individual};
        let titled = split_title(name);
        let personal = has_gender || has_birth || !titled.title.is_empty();
        let collective_name = titled.title.is_empty() && opens_as_collective(name);
        let folded = format!("{} ", fold(name));
        let household_name = titled.title.is_empty()
            && (folded.starts_with("ho gia dinh ")
                || folded.starts_with("gia dinh ")
                || folded.starts_with("ho ong ")
                || folded.starts_with("ho ba "));
        let doubt = |of: HonoreeType| match of {
            Collective | Household if has_birth || has_gender => {
                Some(format!("Dòng thuộc {} nhưng ghi giới tính hoặc ngày sinh.", of.vietnamese()))
            }
            Individual if (collective_name || household_name) && !personal => {
                Some(format!("Dòng thuộc cá nhân nhưng “{}” giống tên tập thể.", shortened(name)))
            }
            _ => None,
        };
        let column = self.column_of(ColumnMeaning::Name);
        if let Some(of) = by_column {
            if let Some(message) = doubt(of) {
                self.problem(RowProblem::new("honoree-type-doubtful", message).column(column));
            }
            return Some(of);
        }
        if let Some((of, section)) = &around.honoree_type {
            self.infer("honoree-type-by-section", format!("Là {} theo mục “{section}”.", of.vietnamese()));
            if let Some(message) = doubt(*of) {
                self.problem(RowProblem::new("honoree-type-doubtful", message).column(column));
            }
            return Some(*of);
        }
        if household_name {
            self.infer("honoree-type-by-name", "Là hộ gia đình theo tên gọi.");
            return Some(Household);
        }
        if personal {
            self.infer("honoree-type-by-columns", "Là cá nhân vì có cách xưng hô, giới tính hoặc ngày sinh.");
            return Some(Individual);
        }
        if collective_name {
            self.infer("honoree-type-by-name", "Là tập thể theo tên gọi.");
            return Some(Collective);
        }
        let by_award: Vec<HonoreeType> = wordings
            .iter()
            .filter_map(|w| match self.recognised(&w.text, None, known) {
                Award::Known(id) | Award::Assumed(id, _) => self.options.catalogue.kind(&id),
                Award::Ambiguous(_) | Award::Unknown => None,
            })
            .filter_map(|k| match k.honoree_types.as_slice() {
                [of] => Some(*of),
                _ => None,
            })
            .collect();
        if let [of, rest @ ..] = by_award.as_slice()
            && rest.iter().all(|other| other == of)
        {
            self.infer("honoree-type-by-award", format!("Là {} theo loại khen thưởng.", of.vietnamese()));
            return Some(*of);
        }
        if let Some(of) = known.titled_type {
            self.infer(
                "honoree-type-by-title",
                format!("Là {} theo tên danh sách hoặc tên trang.", of.vietnamese()),
            );
            return Some(of);
        }
        let has_position = [ColumnMeaning::Position, ColumnMeaning::PositionAndUnit]
            .into_iter()
            .any(|m| self.heads.of(m).any(|c| !self.own_text(c.index).is_empty()));
        if has_position {
            self.infer("honoree-type-by-columns", "Là cá nhân vì có chức vụ.");
            return Some(Individual);
        }
        if looks_like_person(name) {
            self.infer("honoree-type-by-name", "Là cá nhân theo họ tên.");
            return Some(Individual);
        }
        if looks_like_highlander(name) {
            self.infer("honoree-type-by-name", "Là cá nhân theo họ tên.");
            let message = format!("“{}” được hiểu là họ tên cá nhân, hãy kiểm tra lại.", shortened(name));
            self.problem(RowProblem::new("honoree-type-doubtful", message).column(column));
            return Some(Individual);
        }
        let message = format!(
            "Chưa rõ “{}” là cá nhân hay tập thể: không có mục, cột hay cách xưng hô nào cho biết.",
            shortened(name)
        );
        let problem = RowProblem::new("honoree-type-unclear", message)
            .column(column)
            .hint("Hãy thêm mục “Tập thể”, “Cá nhân” hoặc cột giới tính vào danh sách.");
        self.problem(problem);
        None
    }

    /// Position and unit.
    fn work(&mut self, honoree: &mut Honoree, around: &Around) {
        let text = |meaning| Some(self.joined(meaning, ", ")).filter(|t| !t.is_empty() && t != "-");
        let (position, unit) = (text(ColumnMeaning::Position), text(ColumnMeaning::Unit));
        let both = text(ColumnMeaning::PositionAndUnit);
        (honoree.position, honoree.unit) = (position, unit);
        if let Some(both) = both {
            match split_position(&both) {
                _ if honoree.honoree_type != HonoreeType::Individual => {
                    honoree.unit.get_or_insert(both);
                }
                Some((position, unit)) => {
                    self.infer(
                        "position-unit-split",
                        format!("“{both}” tách thành chức vụ “{position}” và đơn vị “{unit}”."),
                    );
                    honoree.position.get_or_insert(position);
                    honoree.unit.get_or_insert(unit);
                }
                None if opens_as_collective(&both) => {
                    honoree.unit.get_or_insert(both);
                }
                None => {
                    honoree.position.get_or_insert(both);
                }
            }
        }
        if honoree.unit.is_none()
            && let Some(unit) = &around.unit
        {
            self.infer("unit-by-section", format!("Đơn vị “{unit}” lấy theo mục của danh sách."));
            honoree.unit = Some(unit.clone());
        }
    }

    /// The name of a person: title off, capitals restored, position after the name split off.
    fn person(&mut self, honoree: &mut Honoree, written: &str, known: &Known) {
        let mut name = honoree.name.clone();
        if let Some((first, rest)) = split_after_name(written) {
            let (first, rest) = (clean(&first), clean(&rest));
            name.clone_from(&first);
            if honoree.position.is_none() && !rest.is_empty() {
                let (position, unit) = split_position(&rest).unwrap_or((rest.clone(), String::new()));
                self.infer("position-from-name-cell", format!("Chức vụ “{rest}” lấy từ ô họ tên."));
                honoree.position = Some(position);
                if honoree.unit.is_none() && !unit.is_empty() {
                    honoree.unit = Some(unit);
                }
            } else if !rest.is_empty() {
                let message = format!("Phần “{rest}” sau họ tên không được lấy vào tên.");
                self.infer("name-cell-remark", message.clone());
                self.problem(
                    RowProblem::new("name-cell-remark", message)
                        .column(self.column_of(ColumnMeaning::Name))
                        .value("remark", &rest),
                );
            }
        }
        let titled = split_title(&name);
        let mut restored = name_case(&titled.name);
        if lost_capitals(known.converted) {
            restored = restore_name_capitals(&restored);
        }
        if is_upper(&titled.name) && restored != titled.name {
            self.infer("name-from-capitals", format!("“{}” viết lại thành “{restored}”.", titled.name));
        }
        let odd = restored.chars().any(|c| !(c.is_alphabetic() || matches!(c, ' ' | '\'' | '’' | '-' | '.')));
        let small = restored.split(' ').any(|w| w.chars().next().is_some_and(char::is_lowercase));
        let position = opens_as_position(&restored);
        if odd || small || position || restored.split(' ').count() < 2 || restored.split(' ').count() > 7 {
            let why = if position {
                "mở đầu bằng chức vụ"
            } else if small {
                "có chữ đầu tiếng không viết hoa"
            } else {
                "khác thường"
            };
            let message = format!("Họ tên “{}” {why}, hãy kiểm tra lại.", shortened(&restored));
            self.problem(
                RowProblem::new("name-doubtful", message).column(self.column_of(ColumnMeaning::Name)),
            );
        }
        honoree.name = restored;
    }

    /// The name of a collective or household: capitals restored as far as rules reach.
    fn collective(&mut self, honoree: &mut Honoree, known: &Known) {
        let name = honoree.name.clone();
        honoree.position = None;
        let mut restored = if honoree.honoree_type == HonoreeType::Household {
            name_case(&name)
        } else {
            collective_case(&name)
        };
        if lost_capitals(known.converted) && restored.chars().next().is_some_and(char::is_lowercase) {
            restored = restore_name_capitals(&restored);
        }
        let unknown = unknown_acronyms(&name);
        if honoree.honoree_type == HonoreeType::Collective && !unknown.is_empty() {
            let message = format!(
                "Chữ “{}” trong tên tập thể được giữ như đã ghi, hãy kiểm tra lại.",
                unknown.join("”, “")
            );
            let column = self.column_of(ColumnMeaning::Name);
            self.problem(RowProblem::new("acronym-doubtful", message).column(column));
        }
        if restored != name {
            self.infer("name-from-capitals", format!("“{name}” viết lại thành “{restored}”."));
        }
        honoree.name = restored;
    }
}

fn gender_of(text: &str) -> Option<Gender> {
    let lower = clean(text).to_lowercase();
    match lower.trim_matches(['.', '(', ')', ' ']) {
        "nam" | "ông" | "male" | "m" | "nam giới" => Some(Gender::Male),
        "nữ" | "nử" | "nứ" | "nu" | "bà" | "female" | "f" | "nữ giới" => Some(Gender::Female),
        _ => None,
    }
}

/// `Trưởng phòng, Văn phòng Sở`: parted where the name of a collective begins.
fn split_position(text: &str) -> Option<(String, String)> {
    for separator in [", ", " - ", " – ", "; ", ","] {
        for (at, _) in text.match_indices(separator) {
            let (position, unit) = (clean(&text[..at]), clean(&text[at + separator.len()..]));
            if !position.is_empty() && opens_as_collective(&unit) {
                return Some((position, unit));
            }
        }
    }
    None
}

/// Parts a name from what follows it in its cell: on the next line, after a comma, a dash between blanks, a bracket.
fn split_after_name(written: &str) -> Option<(String, String)> {
    let written = written.trim();
    let at = written.char_indices().find_map(|(at, c)| match c {
        '\n' | ',' | ';' | '(' | '–' | '—' => Some(at),
        '-' if written[..at].ends_with(' ') && written[at + 1..].starts_with(' ') => Some(at),
        ':' if at > 8 => Some(at),
        _ => None,
    })?;
    let (name, rest) = written.split_at(at);
    if name.split_whitespace().count() < 2 {
        return None;
    }
    let rest = rest.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '-' | '–' | '—' | ':')
    });
    // A long name broken over two lines is one name.
    if written[at..].starts_with('\n')
        && rest.split_whitespace().count() <= 2
        && rest.chars().all(|c| c.is_alphabetic() || c == ' ')
        && !fold(rest).contains("truong")
        && !fold(rest).contains("vien")
        && !fold(rest).contains("pho")
        && name.split_whitespace().count() + rest.split_whitespace().count() <= 4
    {
        return None;
    }
    Some((name.trim().to_owned(), rest.to_owned()))
}

/// A second person in a cell of one name.
fn other_person(written: &str) -> Option<String> {
    let lines = written.replace(" - ", "\n").replace(" và ", "\n").replace(" VÀ ", "\n");
    let parts = lines.split(['\n', ',', ';', '(', ')', '–', '—', '/', '&', '+']);
    let parts: Vec<String> = parts.map(|p| clean(p.trim())).filter(|p| !p.is_empty()).collect();
    let (first, rest) = parts.split_first()?;
    let folded = fold(first);
    let household = ["ho ", "gia dinh "].iter().any(|w| folded.starts_with(w)) && !looks_like_person(first);
    // A long name broken over two lines is one name.
    let broken = written.contains('\n') && split_after_name(written).is_none();
    if household || broken || opens_as_collective(first) {
        return None;
    }
    let person = |part: &&String| {
        let name = name_case(&split_title(part).name);
        looks_like_person(&name) || looks_like_highlander(&name)
    };
    rest.iter().find(person).cloned()
}

/// Two to six words, each one syllable with a capital, the first a family name of the country.
pub(crate) fn looks_like_person(name: &str) -> bool {
    const FAMILY_NAMES: [&str; 66] = [
        "nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ",
        "ngô", "dương", "lý", "đinh", "đoàn", "mai", "trương", "lâm", "trịnh", "đào", "cao", "hà", "lưu",
        "lương", "thái", "châu", "tạ", "phùng", "tô", "vương", "văn", "tăng", "quách", "lại", "hứa", "thạch",
        "diệp", "từ", "chu", "la", "đàm", "tống", "giang", "chung", "lục", "kiều", "bạch", "mạc", "kim",
        "danh", "sơn", "nông", "bế", "tôn", "âu", "nghiêm", "đậu", "phó", "khổng", "lò", "tòng", "sùng",
        "điểu",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    let family = |word: &str| {
        let (spelled, bare) = (same_spelling(word), word.is_ascii());
        FAMILY_NAMES.iter().any(|f| same_spelling(f) == spelled || bare && fold(f) == spelled)
    };
    (2..=6).contains(&words.len())
        && words
            .iter()
            .all(|w| w.chars().all(char::is_alphabetic) && w.chars().next().is_some_and(char::is_uppercase))
        && family(words[0])
        && !opens_as_position(name)
        && !opens_as_collective(name)
}

/// Names of the highlands: `Y Bhăm Niê Kdăm`, `H'Hen Niê`, `H Blui`, `K'Brôi`.
fn looks_like_highlander(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    let Some(first) = words.first() else { return false };
    let capital = |w: &&str| w.chars().next().is_some_and(char::is_uppercase);
    let letters = |w: &&str| w.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | 'ʼ' | '-'));
    let bare = first.trim_end_matches(['\'', '’', 'ʼ']);
    let alone = matches!(bare, "Y" | "H" | "K") && words.len() >= 2;
    let joined = ["H'", "K'", "Y'"].iter().any(|p| {
        first
            .replace(['’', 'ʼ'], "'")
            .strip_prefix(p)
            .is_some_and(|rest| rest.chars().next().is_some_and(char::is_alphabetic))
    });
    // `Y tế`, `Y học`, `Y dược` are no names.
    let field = words.get(1).is_some_and(|w| {
        first.len() == 1
            && matches!(w.to_lowercase().as_str(), "tế" | "học" | "dược" | "khoa" | "sĩ" | "sỹ" | "tá")
    });
    (alone || joined) && !field && words.len() <= 6 && words.iter().all(|w| capital(w) && letters(w))
}
