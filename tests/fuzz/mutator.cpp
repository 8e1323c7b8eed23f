#include "fuzz/mutator.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

#include "granary/foundation/random.hpp"
#include "granary/scenario/levers.hpp"
#include "granary/scenario/parameters.hpp"

namespace granary::fuzz {
namespace {

constexpr std::size_t longest_text = std::size_t{1} << 17;

constexpr auto words = std::to_array<std::string_view>({"title",
                                                        "summary",
                                                        "extends",
                                                        "parameters_from",
                                                        "reading",
                                                        "fitted",
                                                        "held",
                                                        "leave_out",
                                                        "prior",
                                                        "mean",
                                                        "deviation",
                                                        "low",
                                                        "high",
                                                        "start",
                                                        "end",
                                                        "largest_step_years",
                                                        "reporting_levels",
                                                        "observe",
                                                        "levers",
                                                        "parameters",
                                                        "region",
                                                        "name",
                                                        "share",
                                                        "points",
                                                        "interpolate",
                                                        "source",
                                                        "scale",
                                                        "from",
                                                        "until",
                                                        "set",
                                                        "add",
                                                        "start_values_at",
                                                        "undoes",
                                                        "figure",
                                                        "record",
                                                        "count",
                                                        "periods",
                                                        "at",
                                                        "held_out",
                                                        "tolerance",
                                                        "tolerance_share",
                                                        "[[series]]",
                                                        "normal",
                                                        "lognormal",
                                                        "uniform",
                                                        "triangular",
                                                        "beta",
                                                        "low",
                                                        "high",
                                                        "value",
                                                        "standard_error",
                                                        "\"step\"",
                                                        "\"linear\"",
                                                        "\"historical\"",
                                                        "\"two-provinces\"",
                                                        "\"un\"",
                                                        "\"registered\"",
                                                        "[levers]",
                                                        "[parameters]",
                                                        "[[region]]",
                                                        "true",
                                                        "false",
                                                        "\n",
                                                        "\r\n",
                                                        "\r",
                                                        "\t",
                                                        " ",
                                                        "=",
                                                        " = ",
                                                        ".",
                                                        ",",
                                                        "\"",
                                                        "'",
                                                        "\"\"\"",
                                                        "'''",
                                                        "[",
                                                        "]",
                                                        "[[",
                                                        "]]",
                                                        "{",
                                                        "}",
                                                        "{ ",
                                                        " }",
                                                        "a.",
                                                        "{a=",
                                                        "#",
                                                        "\\",
                                                        "\\u",
                                                        "\\U0010FFFF",
                                                        "\\u001b",
                                                        "\\x41",
                                                        "\\n",
                                                        "-",
                                                        "_",
                                                        ":",
                                                        "T",
                                                        "Z",
                                                        "\xEF\xBB\xBF",
                                                        "\xC2\x9B",
                                                        "\xE2\x80\xAE",
                                                        "\xF0\x9F\x8C\xBE",
                                                        "\xC3",
                                                        "1958-02-29",
                                                        "1960-02-29T00:00:00Z",
                                                        "12:00"});

constexpr auto numbers = std::to_array<std::string_view>({"0",
                                                          "-0",
                                                          "1",
                                                          "-1",
                                                          "0.0",
                                                          "-0.0",
                                                          "1e308",
                                                          "1e309",
                                                          "-1e308",
                                                          "5e-324",
                                                          "1e-400",
                                                          "9223372036854775807",
                                                          "9223372036854775808",
                                                          "-9223372036854775808",
                                                          "0x7fffffffffffffff",
                                                          "0xFFFFFFFFFFFFFFFF",
                                                          "0o17",
                                                          "0b101",
                                                          "nan",
                                                          "-nan",
                                                          "inf",
                                                          "+inf",
                                                          "-inf",
                                                          "1_000",
                                                          "1__0",
                                                          "1.",
                                                          ".1",
                                                          "00",
                                                          "1e",
                                                          "0.010416666666666666",
                                                          "0.01041666666666667",
                                                          "1e-5",
                                                          "8",
                                                          "9",
                                                          "0.3333333333333333",
                                                          "99999999999999999999999999999999",
                                                          "2.2250738585072011e-308"});

constexpr auto dates = std::to_array<std::string_view>(
    {"\"1957-01\"", "\"1957-01-01\"", "\"1958-02-29\"", "\"1960-02-29\"", "\"1962-12-31\"",
     "\"1963-01\"", "\"0000-01\"", "\"9999-12-31\"", "\"1958-00\"", "\"1958-13\"", "\"1958-1\"",
     "\"195801\"", "\"-958-01\"", "\"1958-08-\"", "1958-08-15", "\"1963-01-01\"", "\"1956-12\""});

/// The numbers that one mutant draws, in their order.
class Draws {
  public:
    Draws(std::uint64_t seed, std::uint64_t number) : seed_(seed), number_(number) {}

    /// From 0 to count-1; 0 where count is 0.
    std::size_t below(std::size_t count) {
        const auto bits = random_bits(seed_, number_, position_++);
        return count == 0 ? 0 : static_cast<std::size_t>(bits % count);
    }
    template <class List>
    const auto& one_of(const List& list) {
        return list[below(list.size())];
    }

  private:
    std::uint64_t seed_, number_, position_ = 0;
};

struct Workshop {
    Draws& draws;
    const std::vector<std::string>&texts, &tokens;
};

struct Span {
    std::size_t begin, size;
};

/// A short stretch of the text, long ones seldom.
Span stretch(Draws& draws, const std::string& text) {
    const auto begin = draws.below(text.size() + 1);
    const std::size_t most = draws.below(8) == 0 ? 400 : 12;
    return {begin, std::min(draws.below(most) + 1, text.size() - begin)};
}

/// The line that holds an arbitrary byte, with its end.
Span line(Draws& draws, const std::string& text) {
    const auto at = draws.below(text.size());
    const auto begin = at == 0 ? 0 : text.rfind('\n', at - 1) + 1;
    const auto end = text.find('\n', at);
    return {begin, (end == text.npos ? text.size() : end + 1) - begin};
}

/// A run of digits that follows an arbitrary byte, with sign, point and exponent; may be empty.
Span number(Draws& draws, const std::string& text) {
    const auto begin =
        std::min(text.find_first_of("0123456789", draws.below(text.size() + 1)), text.size());
    const auto end = std::min(text.find_first_not_of("0123456789.eE+-_", begin), text.size());
    return {begin, end - begin};
}

std::string cut(const std::string& text, Span span) {
    return text.substr(span.begin, span.size);
}

void replace(std::string& text, Span span, std::string_view by) {
    text.replace(span.begin, span.size, by);
}

void insert(Workshop& shop, std::string& text, std::string_view what) {
    text.insert(shop.draws.below(text.size() + 1), what);
}

void flip_bit(Workshop& shop, std::string& text) {
    if (text.empty()) return;
    auto& byte = text[shop.draws.below(text.size())];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << shop.draws.below(8)));
}

void set_byte(Workshop& shop, std::string& text) {
    if (text.empty()) return;
    auto& byte = text[shop.draws.below(text.size())];
    byte = static_cast<char>(shop.draws.below(256));
}

void erase(Workshop& shop, std::string& text) {
    replace(text, stretch(shop.draws, text), "");
}

void copy(Workshop& shop, std::string& text) {
    const auto piece = cut(text, stretch(shop.draws, text));
    insert(shop, text, piece);
}

void insert_token(Workshop& shop, std::string& text) {
    insert(shop, text, shop.draws.one_of(shop.tokens));
}

void replace_by_token(Workshop& shop, std::string& text) {
    const auto span = stretch(shop.draws, text);
    replace(text, span, shop.draws.one_of(shop.tokens));
}

void splice(Workshop& shop, std::string& text) {
    const auto& other = shop.draws.one_of(shop.texts);
    text.resize(shop.draws.below(text.size() + 1));
    text += std::string_view(other).substr(shop.draws.below(other.size() + 1));
}

void repeat_line(Workshop& shop, std::string& text) {
    if (text.empty()) return;
    const auto span = line(shop.draws, text);
    text.insert(span.begin, cut(text, span));
}

void move_line(Workshop& shop, std::string& text) {
    if (text.empty()) return;
    const auto span = line(shop.draws, text);
    const auto moved = cut(text, span);
    replace(text, span, "");
    if (text.empty()) return;
    text.insert(line(shop.draws, text).begin, moved);
}

void drop_line(Workshop& shop, std::string& text) {
    if (!text.empty()) replace(text, line(shop.draws, text), "");
}

void replace_number(Workshop& shop, std::string& text) {
    const auto span = number(shop.draws, text);
    replace(text, span, shop.draws.one_of(numbers));
}

void replace_date(Workshop& shop, std::string& text) {
    const auto at = text.find("\"19", shop.draws.below(text.size() + 1));
    if (at == text.npos) return;
    const auto end = std::min(text.find('"', at + 1), text.size() - 1);
    replace(text, {at, end + 1 - at}, shop.draws.one_of(dates));
}

void change_digit(Workshop& shop, std::string& text) {
    const auto span = number(shop.draws, text);
    if (span.size == 0) return;
    text[span.begin + shop.draws.below(span.size)] = static_cast<char>('0' + shop.draws.below(10));
}

/// Depth and length: a token or a stretch many times over.
void pile_up(Workshop& shop, std::string& text) {
    const bool token = shop.draws.below(2) == 0;
    const auto piece =
        token ? shop.draws.one_of(shop.tokens) : cut(text, stretch(shop.draws, text));
    const auto times = std::size_t{1} << shop.draws.below(17);
    std::string pile;
    for (std::size_t i = 0; i < times && pile.size() < longest_text; ++i) pile += piece;
    insert(shop, text, pile);
}

using Change = void (*)(Workshop&, std::string&);
constexpr auto changes =
    std::to_array<Change>({flip_bit, set_byte, erase, erase, copy, insert_token, insert_token,
                           replace_by_token, splice, repeat_line, move_line, drop_line,
                           replace_number, replace_number, replace_date, change_digit});

void change_text(Workshop& shop, std::string& text) {
    const bool piled = shop.draws.below(200) == 0;
    piled ? pile_up(shop, text) : shop.draws.one_of(changes)(shop, text);
    if (text.size() > longest_text) text.resize(longest_text);
}

void cut_short(Workshop& shop, std::string& text) {
    text.resize(shop.draws.below(text.size() + 1));
}

/// A number as machines keep them: a length or an address that is none.
void set_word(Workshop& shop, std::string& text) {
    const auto width = std::size_t{1} << shop.draws.below(4);
    if (text.size() < width) return;
    constexpr auto limits =
        std::to_array<std::uint64_t>({0, 1, ~0ULL, 1ULL << 31, 1ULL << 63, 0x7fffffff});
    const auto word = shop.draws.below(2) == 0 ? shop.draws.one_of(limits) : shop.draws.below(4096);
    const auto at = shop.draws.below(text.size() - width + 1);
    for (std::size_t i = 0; i < width; ++i) text[at + i] = static_cast<char>(word >> 8 * i & 0xff);
}

constexpr auto changes_of_bytes =
    std::to_array<Change>({flip_bit, flip_bit, set_byte, set_byte, set_word, set_word, set_word,
                           erase, copy, splice, cut_short});

void change_bytes(Workshop& shop, std::string& text) {
    shop.draws.one_of(changes_of_bytes)(shop, text);
}

}  // namespace

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> texts_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths(std::filesystem::directory_iterator(folder),
                                             std::filesystem::directory_iterator{});
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) texts.push_back(content_of(path));
    return texts;
}

Mutator::Mutator(std::vector<std::string> texts, std::uint64_t seed, Damage damage)
    : texts_(std::move(texts)), seed_(seed), damage_(damage) {
    const auto add = [this](const auto& list) {
        tokens_.insert(tokens_.end(), list.begin(), list.end());
    };
    add(words);
    add(numbers);
    add(dates);
    add(row_names<Lever>());
    add(row_names<Parameter>());
}

std::string Mutator::mutant(std::uint64_t number) const {
    return damaged(Draws(seed_ + 1, number).one_of(texts_), number);
}

std::string Mutator::damaged(std::string text, std::uint64_t number) const {
    Draws draws(seed_, number);
    Workshop shop{draws, texts_, tokens_};
    const auto change = damage_ == Damage::of_texts ? change_text : change_bytes;
    do change(shop, text);
    while (draws.below(3) != 0);
    return text;
}

}  // namespace granary::fuzz
