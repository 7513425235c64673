//! Writes the registry's types for the web interface. The output is committed; a test fails when it is stale.

use crate::registry::{CommandTypes, Effect, each_type};
use std::{any::TypeId, collections::BTreeMap, fmt::Write as _};
use ts_rs::{Config, TS, TypeVisitor};

/// The TypeScript file `ui/src/host/types.ts`: every type that crosses, and the map of commands.
pub fn typescript() -> String {
    let mut all = Declarations {
        config: Config::new().with_large_int("number"),
        types: BTreeMap::new(),
        seen: Vec::new(),
        commands: String::new(),
    };
    each_type(&mut all);
    all.visit::<crate::Progress>();
    // What the desktop tells of its own lock.
    all.visit::<crate::wire::LockState>();
    all.visit::<crate::wire::SetLock>();
    let mut out = String::from("// Generated from crates/office by `cargo xtask types`. Do not edit.\n\n");
    for declaration in all.types.values() {
        out.push_str(declaration);
        out.push_str("\n\n");
    }
    out.push_str(
        "/** Every command of the registry: what it takes, what it gives. */\nexport interface Commands {\n",
    );
    out.push_str(&all.commands);
    out.push_str("}\n\n/** Commands that may change the archive. */\nexport const CHANGES: ReadonlySet<keyof Commands> = new Set([\n");
    for command in crate::registry::COMMANDS.iter().filter(|c| c.effect == Effect::Changes) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "  {:?},", command.name);
    }
    out.push_str("]);\n");
    out
}

struct Declarations {
    config: Config,
    types: BTreeMap<String, String>,
    seen: Vec<TypeId>,
    commands: String,
}

impl CommandTypes for Declarations {
    fn command<Request: TS + 'static, Response: TS + 'static>(
        &mut self,
        name: &'static str,
        about: &'static str,
        _: Effect,
    ) {
        self.visit::<Request>();
        self.visit::<Response>();
        // Writing to a String cannot fail.
        let _ = writeln!(
            self.commands,
            "  /**{about} */\n  {name}: {{ request: {}; response: {} }};",
            Request::name(&self.config),
            Response::name(&self.config)
        );
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        T::visit_dependencies(self);
        T::visit_generics(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.types.insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
        }
    }
}
