#pragma once
/// Text that may stand in a document as it is: what a file or user wrote has gone through the
/// escaping of that format. Writers take no other, so that forgetting does not compile.

#include <fmt/core.h>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "granary/foundation/api.hpp"

namespace granary {

/// Markup that stands in the program's source. Nothing that is known only at run time becomes one.
template <class Format>
class Literal {
  public:
    using format = Format;  ///< what it stands in

    template <std::size_t N>
    consteval Literal(const char (&text)[N])  // NOLINT(google-explicit-constructor)
        : text_(text, N - 1) {}

    /// As it stands in the source.
    constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

/// Text of one format, made of literals, numbers and what was escaped for it.
template <class Format>
class Safe {
  public:
    using format = Format;  ///< what it stands in

    Safe() = default;
    Safe(Literal<Format> markup)  // NOLINT(google-explicit-constructor): it is safe
        : text_(markup.text()) {}
    /// What an escaping function of the format made; nobody else vouches.
    static Safe vouched(std::string text) {
        Safe safe;
        safe.text_ = std::move(text);
        return safe;
    }

    /// Appends.
    Safe& operator+=(const Safe& more) {
        text_ += more.text_;
        return *this;
    }
    /// Appends.
    Safe& operator+=(Literal<Format> markup) {
        text_ += markup.text();
        return *this;
    }
    friend Safe operator+(Safe first, const Safe& second) { return first += second; }
    friend Safe operator+(Safe first, Literal<Format> second) { return first += second; }
    friend Safe operator+(Literal<Format> first, const Safe& second) {
        return Safe(first) += second;
    }

    /// As it stands in the document.
    const std::string& text() const& { return text_; }
    /// The same, of one that is not needed any more.
    std::string text() && { return std::move(text_); }
    /// Whether there is none.
    bool empty() const { return text_.empty(); }

  private:
    std::string text_;
};

namespace detail {

template <class Part, class Format>
concept SafeIn = std::is_arithmetic_v<Part> || std::same_as<typename Part::format, Format>;

template <class Part>
constexpr auto printed(const Part& part) {
    if constexpr (std::is_arithmetic_v<Part>)
        return part;
    else
        return std::string_view(part.text());
}

}  // namespace detail

/// The pattern, a literal after the rules of fmt, around numbers and safe text.
template <class Format, class... Parts>
requires(detail::SafeIn<Parts, Format>&&...) Safe<Format> filled(
    fmt::format_string<decltype(detail::printed(std::declval<const Parts&>()))...> pattern,
    const Parts&... parts) {
    return Safe<Format>::vouched(fmt::format(pattern, detail::printed(parts)...));
}

/// The formats whose text may act: a browser follows it, a reader of XML stops at it.
struct InHtml;
struct InSvg;
struct InMarkdown;

using HtmlText = Safe<InHtml>;          ///< a part of a page, or the whole
using SvgText = Safe<InSvg>;            ///< a part of a picture, or the whole
using MarkdownText = Safe<InMarkdown>;  ///< a part of a document of plain text

}  // namespace granary
