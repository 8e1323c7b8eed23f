#pragma once
/// Damaged copies of scenario texts: a pure function of a seed and a number, so that any one of
/// millions can be made again alone.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace granary::fuzz {

std::string content_of(const std::filesystem::path& path);

/// What the files of a folder hold, in the order of their names.
std::vector<std::string> texts_in(const std::filesystem::path& folder);

/// How texts are damaged: as one that is written by hand, or as bytes on a disk.
enum class Damage { of_texts, of_bytes };

class Mutator {
  public:
    /// `texts` are what is damaged; at least one.
    Mutator(std::vector<std::string> texts, std::uint64_t seed, Damage damage);

    /// The text of that number: one of the texts after one change or several.
    std::string mutant(std::uint64_t number) const;
    /// The text after one change or several, another for each number.
    std::string damaged(std::string text, std::uint64_t number) const;

  private:
    std::vector<std::string> texts_, tokens_;
    std::uint64_t seed_;
    Damage damage_;
};

}  // namespace granary::fuzz
