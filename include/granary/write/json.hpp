#pragma once
/// JSON (RFC 8259) as text: indented by two spaces, members in the order they were added.

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "granary/foundation/api.hpp"

namespace granary {

class GRANARY_API JsonArray;
class GRANARY_API JsonObject;

/// A value. What is put into an array or object is written out at once; nothing is kept but text.
class GRANARY_API Json {
  public:  // NOLINTBEGIN(google-explicit-constructor): whatever JSON can hold is a value of it
    Json() = default;  ///< null
    Json(std::same_as<bool> auto truth) : text_(truth ? "true" : "false") {}
    /// The shortest digits that read back as the same double, as in CSV; null where not finite.
    Json(double number);
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) Json(Whole number) : text_(std::to_string(number)) {}
    /// Bytes that are not UTF-8 become U+FFFD, because JSON has no other encoding.
    Json(std::string_view text);
    Json(const char* text) : Json(std::string_view(text)) {}
    Json(const std::string& text) : Json(std::string_view(text)) {}
    /// null where there is no value.
    template <class T>
    Json(const std::optional<T>& value) : Json(value ? Json(*value) : Json()) {}

    /// Without a line break at its end.
    const std::string& text() const { return text_; }  // NOLINTEND(google-explicit-constructor)

  private:
    friend class JsonArray;
    friend class JsonObject;
    static Json written(std::string text) {
        Json value;
        value.text_ = std::move(text);
        return value;
    }
    std::string text_ = "null";
};

/// Items on one line where they fit, else each on its own.
class GRANARY_API JsonArray {
  public:
    /// Appends an item.
    JsonArray& add(const Json& item);
    /// The whole as a value.
    operator Json() const;  // NOLINT(google-explicit-constructor)

  private:
    std::vector<std::string> items_;
};

/// Members, each on its own line. A key is added once.
class GRANARY_API JsonObject {
  public:
    /// Appends a member.
    JsonObject& add(std::string_view key, const Json& value);
    /// Appends the members of another object in their order.
    JsonObject& add_all(const JsonObject& other);
    /// The whole as a value.
    operator Json() const;  // NOLINT(google-explicit-constructor)

  private:
    std::vector<std::string> members_;
};

/// An array of what `json_of` makes of each item.
template <class Items, class Function>
JsonArray json_list(const Items& items, Function json_of) {
    JsonArray list;
    for (const auto& item : items) list.add(json_of(item));
    return list;
}

/// An array of values that are JSON as they are: texts, numbers.
template <class Items>
JsonArray json_list(const Items& items) {
    return json_list(items, [](const auto& item) { return Json(item); });
}

/// The value as a whole text, with a line break at its end.
GRANARY_API std::string json_text(const Json& value);

}  // namespace granary
