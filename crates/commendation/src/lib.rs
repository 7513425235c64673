//! The domain: awards and who may give them, honorees, rounds of nominations, decisions, conferences, money.
//!
//! Pure: no I/O, no clock, no SQL, no layout. The law is data with dates and articles (`assets/catalogue`), read once
//! through [`Catalogue::bundled`].

mod agency;
mod award;
mod birth;
mod catalogue;
mod checks;
mod conference;
mod date;
mod honoree;
mod identity;
mod likeness;
mod money;
mod number;
mod order;
mod recognise;
mod retention;
mod round;
pub mod text;

pub use agency::{Agency, Power, Signatory};
pub use award::{Authority, AwardCategory, AwardKind};
pub use birth::{BirthDate, BirthError};
pub use catalogue::{Catalogue, CatalogueError};
pub use checks::{Finding, check_gender, check_nomination, check_round};
pub use conference::{Conference, Delegation};
pub use date::{long_date, short_date};
pub use honoree::{Gender, Honoree, HonoreeType};
pub use identity::{clean_identity, is_usual_identity, masked_identity};
pub use likeness::{BirthLikeness, Likeness, NameLikeness, PlaceLikeness, canonical, place_likeness};
pub use money::{BaseSalary, prize};
pub use number::{
    Given, LETTERS, NumberAdvice, NumberSeries, advise, gaps, next_number, number_key, number_parts,
    register_key, series_of, symbol_parts, usual_series,
};
pub use order::{ListPlace, list_place};
pub use recognise::Recognised;
pub use retention::{HandOver, Period, Retention, RetentionRule};
pub use round::{Nomination, NominationState, Round};
