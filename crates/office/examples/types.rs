//! Prints the registry's types for the web interface; `cargo xtask types` writes them to their place.

fn main() {
    print!("{}", office::typescript());
}
