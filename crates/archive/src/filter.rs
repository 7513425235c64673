//! What narrows a search: years, kinds, authority, conference, unit, type of honoree. As conditions of SQL, for the
//! things that text finds and for awards, which are found by filters alone.
//!
//! A thing passes when it has one award that passes all filters; what a thing says itself (the year of a document, the
//! type of an honoree) is asked of the thing. Every question is answered by an index: no query reads all awards.

use commendation::text::fold;
use commendation::{Authority, HonoreeType};
use rusqlite::{Connection, params, params_from_iter, types::Value};

use crate::row::Word as _;
use crate::{ConferenceId, Records, Result, Thing};

/// Spellings of a unit that are looked for at most.
const MOST_UNITS: usize = 200;

/// What narrows a search; the default is nothing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchFilter {
    /// First year.
    pub year_from: Option<i32>,
    /// Last year.
    pub year_to: Option<i32>,
    /// Kind ids, any of them; empty = all.
    pub kinds: Vec<String>,
    /// Who confers.
    pub authority: Option<Authority>,
    /// Given at, or about, this conference.
    pub conference: Option<ConferenceId>,
    /// The unit, marks and case apart; where none is called so, part of its name. Empty = all.
    pub unit: String,
    /// Type of honoree.
    pub honoree_type: Option<HonoreeType>,
}

impl SearchFilter {
    /// True when nothing is narrowed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A filter made ready: the unit as the units on record that are meant.
#[derive(Debug)]
pub(crate) struct Ready<'a> {
    filter: &'a SearchFilter,
    units: Option<Vec<String>>,
}

/// Conditions joined by AND, with the values of their question marks.
#[derive(Debug, Default, Clone)]
pub(crate) struct Conditions {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn and(&mut self, sql: impl Into<String>, values: impl IntoIterator<Item = Value>) {
        self.parts.push(sql.into());
        self.values.extend(values);
    }

    fn any_of(&mut self, column: &str, of: &[String]) {
        let marks = vec!["?"; of.len()].join(", ");
        self.and(format!("{column} IN ({marks})"), of.iter().cloned().map(Value::Text));
    }

    fn nested(&mut self, before: &str, inner: Conditions, after: &str) {
        self.and(format!("{before}{}{after}", inner.sql()), inner.values);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// The condition; `true` where there is none.
    pub(crate) fn sql(&self) -> String {
        if self.parts.is_empty() { "true".to_owned() } else { self.parts.join(" AND ") }
    }
}

/// The question whether the thing `?1`, a row `x` of its table, passes.
#[derive(Debug)]
pub(crate) struct Passes {
    sql: String,
    values: Vec<Value>,
}

impl Passes {
    pub(crate) fn ask(&self, conn: &Connection, number: i64) -> Result<bool> {
        let values = std::iter::once(Value::Integer(number)).chain(self.values.iter().cloned());
        Ok(conn.prepare_cached(&self.sql)?.exists(params_from_iter(values))?)
    }
}

impl<'a> Ready<'a> {
    pub(crate) fn of(records: &Records, filter: &'a SearchFilter) -> Result<Self> {
        let asked = fold(&filter.unit);
        let units = if asked.is_empty() { None } else { Some(records.units_called(&asked)?) };
        Ok(Self { filter, units })
    }

    /// Conditions on an award `a`, apart from those that its driving index answers.
    fn of_award(&self, without: Option<Driver>) -> Conditions {
        let filter = self.filter;
        let mut all = Conditions::default();
        if let Some(year) = filter.year_from {
            all.and("a.year >= ?", [Value::Integer(year.into())]);
        }
        if let Some(year) = filter.year_to {
            all.and("a.year <= ?", [Value::Integer(year.into())]);
        }
        if !filter.kinds.is_empty() && without != Some(Driver::Kind) {
            all.any_of("+a.kind", &filter.kinds);
        }
        if let Some(authority) = filter.authority.filter(|_| without != Some(Driver::Authority)) {
            all.and("+a.authority = ?", [Value::Text(authority.word().into())]);
        }
        if let Some(conference) = filter.conference.filter(|_| without != Some(Driver::Conference)) {
            all.and("+a.conference_id = ?", [Value::Integer(conference.0)]);
        }
        if let Some(units) = self.units.as_deref().filter(|_| without != Some(Driver::Unit)) {
            all.any_of("+a.unit", units);
        }
        if let Some(honoree_type) = filter.honoree_type {
            all.and("a.honoree_type = ?", [Value::Text(honoree_type.word().into())]);
        }
        all
    }

    /// Filters that only an award answers.
    fn asks_awards(&self) -> bool {
        let filter = self.filter;
        !filter.kinds.is_empty() || filter.authority.is_some()
    }

    /// The question for a kind of thing; none when everything passes.
    pub(crate) fn passes(&self, thing: Thing) -> Option<Passes> {
        let filter = self.filter;
        let mut all = Conditions::default();
        let by_award = |all: &mut Conditions, link: &str| {
            all.nested(&format!("EXISTS (SELECT 1 FROM award a WHERE {link} AND "), self.of_award(None), ")");
        };
        // What is not a year or a conference is told by awards.
        let told_by_awards = self.asks_awards() || self.units.is_some() || filter.honoree_type.is_some();
        let years = |all: &mut Conditions, year: &str| {
            if let Some(from) = filter.year_from {
                all.and(format!("{year} >= ?"), [Value::Integer(from.into())]);
            }
            if let Some(to) = filter.year_to {
                all.and(format!("{year} <= ?"), [Value::Integer(to.into())]);
            }
        };
        let table = match thing {
            Thing::Honoree => {
                if let Some(honoree_type) = filter.honoree_type {
                    all.and("x.honoree_type = ?", [Value::Text(honoree_type.word().into())]);
                }
                let years = filter.year_from.is_some() || filter.year_to.is_some();
                if self.asks_awards() || years || filter.conference.is_some() {
                    by_award(&mut all, "a.honoree_id = x.id");
                } else if let Some(units) = &self.units {
                    let mut either = Conditions::default();
                    either.any_of("x.unit", units);
                    let mut award = Conditions::default();
                    award.any_of("+a.unit", units);
                    let own = either.sql();
                    let theirs = award.sql();
                    all.and(
                        format!(
                            "({own} OR EXISTS (SELECT 1 FROM award a WHERE a.honoree_id = x.id AND {theirs}))"
                        ),
                        either.values.into_iter().chain(award.values),
                    );
                }
                "honoree"
            }
            Thing::Document => {
                years(&mut all, "CAST(substr(coalesce(x.date, x.created_at), 1, 4) AS INTEGER)");
                if let (Some(conference), false) = (filter.conference, told_by_awards) {
                    let id = Value::Integer(conference.0);
                    all.and(
                        "(x.conference_id = ? OR EXISTS (SELECT 1 FROM award a WHERE a.document_id = x.id
                           AND +a.conference_id = ?))",
                        [id.clone(), id],
                    );
                }
                if told_by_awards {
                    by_award(&mut all, "a.document_id = x.id");
                }
                "document"
            }
            Thing::Conference => {
                years(&mut all, "CAST(substr(coalesce(x.date, x.changed_at), 1, 4) AS INTEGER)");
                if let Some(conference) = filter.conference {
                    all.and("x.id = ?", [Value::Integer(conference.0)]);
                }
                if told_by_awards {
                    by_award(&mut all, "a.conference_id = x.id");
                }
                "conference"
            }
            Thing::Round => {
                years(&mut all, "x.year");
                if told_by_awards || filter.conference.is_some() {
                    by_award(
                        &mut all,
                        "a.nomination_id IN (SELECT id FROM nomination WHERE round_id = x.id)",
                    );
                }
                "round"
            }
            Thing::Decision => {
                if !filter.is_empty() {
                    by_award(
                        &mut all,
                        "a.decision = x.decision AND a.decision <> '' AND coalesce(a.date, '') = x.date
                         AND a.document_id IS NULL",
                    );
                }
                "cited_decision"
            }
            Thing::File => {
                years(
                    &mut all,
                    "(SELECT CAST(substr(max(added_at), 1, 4) AS INTEGER) FROM file WHERE file.sha256 = x.sha256)",
                );
                if told_by_awards || filter.conference.is_some() {
                    by_award(
                        &mut all,
                        "a.id IN (SELECT b.id FROM attachment t JOIN file f ON f.id = t.file_id, award b
                           WHERE f.sha256 = x.sha256 AND (b.id = t.award_id OR b.honoree_id = t.honoree_id
                             OR b.document_id = t.document_id OR b.conference_id = t.conference_id))",
                    );
                }
                "kept_text"
            }
            Thing::Award => {
                all = self.of_award(None);
                let sql = format!("SELECT 1 FROM award a WHERE a.id = ? AND {}", all.sql());
                return (!all.is_empty()).then_some(Passes { sql, values: all.values });
            }
        };
        let sql = format!("SELECT 1 FROM {table} x WHERE x.id = ? AND {}", all.sql());
        (!all.is_empty()).then_some(Passes { sql, values: all.values })
    }

    /// All awards that pass, newest first, when there are no more than so many.
    pub(crate) fn few_awards(&self, conn: &Connection, most: usize) -> Result<Option<Vec<i64>>> {
        // Where nothing leads to them they are many.
        if self.driver().0.is_none() {
            return Ok(None);
        }
        let awards = self.awards(conn, most as i64 + 1)?;
        Ok((awards.len() <= most).then_some(awards))
    }

    /// The things of a kind that awards, a JSON list, lead to, newest first; none where a thing may pass without an award.
    pub(crate) fn things_of_awards(&self, thing: Thing) -> Option<&'static str> {
        let by_awards = self.asks_awards();
        let conference = self.filter.conference.is_some();
        match thing {
            Thing::Honoree if by_awards || conference => Some(
                "SELECT DISTINCT honoree_id FROM award WHERE id IN (SELECT value FROM json_each(?1)) ORDER BY 1 DESC",
            ),
            Thing::Document if by_awards => Some(
                "SELECT DISTINCT document_id FROM award WHERE id IN (SELECT value FROM json_each(?1))
                   AND document_id IS NOT NULL ORDER BY 1 DESC",
            ),
            Thing::Conference if by_awards => Some(
                "SELECT DISTINCT conference_id FROM award WHERE id IN (SELECT value FROM json_each(?1))
                   AND conference_id IS NOT NULL ORDER BY 1 DESC",
            ),
            Thing::Round if by_awards || conference => Some(
                "SELECT DISTINCT n.round_id FROM award a JOIN nomination n ON n.id = a.nomination_id
                 WHERE a.id IN (SELECT value FROM json_each(?1)) ORDER BY 1 DESC",
            ),
            Thing::Decision => Some(
                "SELECT DISTINCT d.id FROM award a JOIN cited_decision d ON d.decision = a.decision
                   AND d.date = coalesce(a.date, '')
                 WHERE a.id IN (SELECT value FROM json_each(?1)) AND a.document_id IS NULL ORDER BY 1 DESC",
            ),
            _ => None,
        }
    }

    /// Awards that pass, newest first, at most so many.
    pub(crate) fn awards(&self, conn: &Connection, limit: i64) -> Result<Vec<i64>> {
        let (driver, links) = self.driver();
        let rest = self.of_award(driver);
        let mut streams = Vec::new();
        let mut values = Vec::new();
        for link in links {
            let (column, index) = driver.map_or(("true", "award_by_year"), Driver::column_and_index);
            let column = if driver.is_some() { format!("{column} = ?") } else { column.to_owned() };
            streams.push(format!(
                "SELECT * FROM (SELECT a.id AS id, a.year AS year FROM award a INDEXED BY {index}
                   WHERE {column} AND {} ORDER BY a.year DESC, a.id DESC LIMIT ?)",
                rest.sql()
            ));
            values.extend(link);
            values.extend(rest.values.iter().cloned());
            values.push(Value::Integer(limit));
        }
        if streams.is_empty() {
            return Ok(Vec::new());
        }
        values.push(Value::Integer(limit));
        let sql = format!("{} ORDER BY year DESC, id DESC LIMIT ?", streams.join(" UNION ALL "));
        let mut query = conn.prepare(&sql)?;
        Ok(query.query_map(params_from_iter(values), |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The index that leaves the fewest awards to look at, and its values, one for each stream in the order of years.
    fn driver(&self) -> (Option<Driver>, Vec<Option<Value>>) {
        let filter = self.filter;
        let texts = |of: &[String]| of.iter().cloned().map(Value::Text).map(Some).collect();
        if let Some(conference) = filter.conference {
            (Some(Driver::Conference), vec![Some(Value::Integer(conference.0))])
        } else if let Some(units) = &self.units {
            (Some(Driver::Unit), texts(units))
        } else if !filter.kinds.is_empty() {
            (Some(Driver::Kind), texts(&filter.kinds))
        } else if let Some(authority) = filter.authority {
            (Some(Driver::Authority), vec![Some(Value::Text(authority.word().into()))])
        } else {
            (None, vec![None])
        }
    }
}

/// What leads to awards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Driver {
    Conference,
    Unit,
    Kind,
    Authority,
}

impl Driver {
    fn column_and_index(self) -> (&'static str, &'static str) {
        match self {
            Driver::Conference => ("a.conference_id", "award_by_conference"),
            Driver::Unit => ("a.unit", "award_by_unit"),
            Driver::Kind => ("a.kind", "award_by_kind"),
            Driver::Authority => ("a.authority", "award_by_authority"),
        }
    }
}

impl Records {
    /// The units meant by a folded text, as records name them: the unit that is or was called so, under all its names;
    /// what is written so; or else what has the text in it.
    fn units_called(&self, asked: &str) -> Result<Vec<String>> {
        for condition in [
            "text_fold = ?1 OR text_fold IN (SELECT name_fold FROM unit_name WHERE unit_id IN
               (SELECT unit_id FROM unit_name WHERE name_fold = ?1))",
            "instr(text_fold, ?1)",
        ] {
            let sql = format!("SELECT text FROM unit_text WHERE {condition} ORDER BY uses DESC LIMIT ?2");
            let mut query = self.conn.prepare_cached(&sql)?;
            let units: Vec<String> = query
                .query_map(params![asked, MOST_UNITS as i64], |row| row.get(0))?
                .collect::<Result<_, _>>()?;
            if !units.is_empty() {
                return Ok(units);
            }
        }
        Ok(Vec::new())
    }
}
