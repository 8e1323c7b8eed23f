#pragma once
/// How a value is written as JSON, together with the schema of what is written and what it means.
/// A form has json(value) and schema(), and nothing else is asked of one; see fields.hpp.

#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "granary/foundation/calendar.hpp"
#include "granary/write/json.hpp"
#include "granary/write/schema.hpp"

namespace granary {

/// What a member or a function gives of a T.
template <class Get, class T>
using Got = std::remove_cvref_t<std::invoke_result_t<const Get&, const T&>>;

/// A form that can write a Value.
template <class Form, class Value>
concept FormOf = requires(const Form& form, const Value& value) {
    { form.schema() } -> std::convertible_to<Json>;
    { form.json(value) } -> std::convertible_to<Json>;
};

namespace form {

/// A form whose schema is at hand.
class Described {
  public:
    explicit Described(JsonObject schema) : schema_(std::move(schema)) {}
    /// The schema of what json() writes.
    const JsonObject& schema() const { return schema_; }
    /// Asks more of the value: a keyword of JSON Schema, such as "minimum".
    void require(std::string_view keyword, const Json& limit) { schema_.add(keyword, limit); }

  private:
    JsonObject schema_;
};

/// The form with one thing more asked of the value: with(integer("Regions."), "minimum", 1).
template <std::derived_from<Described> Form>
Form with(Form form, std::string_view keyword, const Json& limit) {
    form.require(keyword, limit);
    return form;
}

// Values that JSON holds as they are

/// A number.
struct Number : Described {
    using Described::Described;
    /// The value as it is written.
    Json json(std::floating_point auto value) const { return value; }
};
/// A number that every object has.
inline Number number(std::string_view meaning) {
    return Number(schema::typed("number", meaning));
}

/// A number, or null where there is none or it is not finite.
struct NumberOrNull : Number {
    using Number::json;
    using Number::Number;
    /// The value as it is written.
    Json json(const std::optional<double>& value) const { return value; }
};
/// A number, or null where there is none or it is not defined.
inline NumberOrNull number_or_null(std::string_view meaning) {
    return NumberOrNull(schema::typed_or_null("number", meaning));
}

/// A whole number.
struct Integer : Described {
    using Described::Described;
    /// The value as it is written.
    template <std::integral Whole>
    requires(!std::same_as<Whole, bool>) Json json(Whole value)
    const { return value; }
};
/// A whole number that every object has.
inline Integer integer(std::string_view meaning) {
    return Integer(schema::typed("integer", meaning));
}

/// A whole number, or null.
struct IntegerOrNull : Integer {
    using Integer::Integer;
    using Integer::json;
    /// The value as it is written.
    template <std::integral Whole>
    Json json(const std::optional<Whole>& value) const {
        return value;
    }
};
/// A whole number, or null where there is none.
inline IntegerOrNull integer_or_null(std::string_view meaning) {
    return IntegerOrNull(schema::typed_or_null("integer", meaning));
}

/// true or false.
struct Boolean : Described {
    using Described::Described;
    /// The value as it is written.
    Json json(std::same_as<bool> auto value) const { return value; }
};
/// Whether something is so.
inline Boolean boolean(std::string_view meaning) {
    return Boolean(schema::typed("boolean", meaning));
}

/// A text.
struct Text : Described {
    using Described::Described;
    /// The value as it is written.
    Json json(std::string_view value) const { return value; }
};
/// A text, which may be empty.
inline Text text(std::string_view meaning) {
    return Text(schema::typed("string", meaning));
}
/// One of these texts.
inline Text one_of_texts(std::span<const std::string_view> texts, std::string_view meaning) {
    return Text(JsonObject().add("enum", json_list(texts)).add("description", meaning));
}
/// The same, of texts that are written out.
inline Text one_of_texts(std::initializer_list<std::string_view> texts, std::string_view meaning) {
    return one_of_texts(std::span(texts.begin(), texts.size()), meaning);
}

/// A text, or null.
struct TextOrNull : Described {
    using Described::Described;
    /// The value as it is written.
    Json json(std::string_view value) const { return value.empty() ? Json() : Json(value); }
    /// The value as it is written.
    template <class Some>
    Json json(const std::optional<Some>& value) const {
        return value;
    }
};
/// A text; null where it is empty, or where there is none.
inline TextOrNull text_or_null(std::string_view meaning) {
    return TextOrNull(schema::typed_or_null("string", meaning));
}

/// A date: "1958-08" where the month begins, else "1958-08-15".
struct Date : Described {
    using Described::Described;
    /// The value as it is written.
    Json json(const Instant& value) const { return date_text(value); }
    /// The value as it is written.
    Json json(std::string_view value) const { return value; }
};
/// A date that every object has.
inline Date date(std::string_view meaning) {
    return Date(schema::typed("string", meaning).add("pattern", "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"));
}

/// The same text in every object.
struct Constant : Described {
    std::string text;
    /// The value as it is written.
    Json json(std::nullptr_t) const { return text; }
};
/// This text and no other.
inline Constant exactly(std::string_view text) {
    return {Described(schema::exactly(text)), std::string(text)};
}

// Values made of others

/// A list of values of one form.
template <class Item>
struct List : Described {
    Item item;
    /// The value as it is written.
    template <class Items>
    JsonArray json(const Items& items) const {
        return json_list(items, [this](const auto& value) -> Json { return item.json(value); });
    }
};
/// A list, which may be empty.
template <class Item>
List<Item> list_of(Item item, std::string_view meaning) {
    return {Described(schema::list_of(item.schema(), meaning)), std::move(item)};
}

/// A value that may be missing.
template <class Some>
struct OrNull : Described {
    Some some;
    /// The value as it is written.
    template <class Value>
    Json json(const std::optional<Value>& value) const {
        return value ? Json(some.json(*value)) : Json();
    }
};
/// A value, or null, which means what `meaning` says.
template <class Some>
OrNull<Some> or_null(Some some, std::string_view meaning) {
    auto schema = schema::one_of({some.schema(), schema::typed("null", meaning)});
    return {Described(std::move(schema)), std::move(some)};
}
/// A list, or null, of which `meaning` tells both.
template <class Item>
OrNull<List<Item>> list_or_null(Item item, std::string_view meaning) {
    auto schema = schema::typed_or_null("array", meaning).add("items", item.schema());
    return {Described(std::move(schema)), list_of(std::move(item), meaning)};
}

/// A form that stands once under "$defs" and is referred to by its name.
template <class Form>
struct Defined {
    std::string name;
    Form form;
    /// A reference to the definition.
    JsonObject schema() const { return schema::defined(name); }
    /// The value as it is written.
    template <class Value>
    Json json(const Value& value) const {
        return form.json(value);
    }
};
/// A form with a name of its own.
template <class Form>
Defined<Form> defined(std::string_view name, Form form) {
    return {std::string(name), std::move(form)};
}
/// What stands under "$defs".
template <class... Forms>
JsonObject definitions(const Defined<Forms>&... defined) {
    JsonObject all;
    (all.add(defined.name, defined.form.schema()), ...);
    return all;
}

/// One of several forms, as many and in the same order as the alternatives of a std::variant.
template <class... Forms>
struct OneOf : Described {
    std::tuple<Forms...> forms;
    /// The value as it is written.
    template <class... Values>
    Json json(const std::variant<Values...>& value) const {
        return json(value, std::index_sequence_for<Values...>());
    }

  private:
    template <class Variant, std::size_t... i>
    Json json(const Variant& value, std::index_sequence<i...>) const {
        Json found;
        ((value.index() == i
              ? static_cast<void>(found = std::get<i>(forms).json(*std::get_if<i>(&value)))
              : static_cast<void>(0)),
         ...);
        return found;
    }
};
/// What a std::variant holds, each alternative in its form.
template <class... Forms>
OneOf<Forms...> one_of(Forms... forms) {
    return {Described(schema::one_of({forms.schema()...})), std::tuple(std::move(forms)...)};
}

}  // namespace form
}  // namespace granary
