#pragma once
/// A JSON document and its schema from one list. Each field of the list says its key, in which form
/// its value is written and what it means, and where the value is got from:
///
///     const auto trial = Fields<Trial>("A run.")
///                            .add("value", form::number("Of what is turned."), &Trial::value)
///                            .add("figure", form::number_or_null("What is asked."),
///                            &Trial::figure);
///     trial.json(some_trial);  // { "value": 1959.5, "figure": null }
///     trial.schema();          // the JSON Schema of what json() gives
///
/// A list is itself a form, so that objects hold objects; and it is made when the program runs, so
/// that a loop over a table can add a field for each of its rows.

#include <concepts>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "granary/document/form.hpp"
#include "granary/write/json.hpp"
#include "granary/write/schema.hpp"

namespace granary {

/// The fields of an object that stands for a T, in the order in which they are written.
template <class T>
class Fields {
  public:
    /// What such an object is; a description may be empty.
    explicit Fields(std::string_view description = {}) : description_(description) {}

    /// A field that every T has. `get` is a member of T, or a function of a T.
    template <class Get, FormOf<Got<Get, T>> Form>
    Fields& add(std::string_view key, const Form& form, Get get) {
        return push({std::string(key), form.schema(), true, [form, get](const T& from) {
                         return std::optional<Json>(form.json(std::invoke(get, from)));
                     }});
    }

    /// A text that is the same in every T.
    Fields& add(std::string_view key, const form::Constant& form) {
        return add(key, form, [](const T&) { return nullptr; });
    }

    /// A field that is there where `get` gives a value: a std::optional.
    template <class Get, FormOf<typename Got<Get, T>::value_type> Form>
    Fields& add_optional(std::string_view key, const Form& form, Get get) {
        return push({std::string(key), form.schema(), false, [form, get](const T& from) {
                         const auto& value = std::invoke(get, from);
                         return value ? std::optional<Json>(form.json(*value)) : std::nullopt;
                     }});
    }

    /// The fields of a part of T, in the same object.
    template <class Part, class Get>
    Fields& add_all(const Fields<Part>& part, Get get) {
        for (const auto& field : part.fields())
            push({field.key, field.schema, field.needed,
                  [get_field = field.get, get](const T& from) {
                      return get_field(std::invoke(get, from));
                  }});
        return *this;
    }

    /// The object that stands for a T.
    JsonObject json(const T& value) const {
        JsonObject object;
        for (const auto& field : fields_)
            if (const auto json = field.get(value)) object.add(field.key, *json);
        return object;
    }

    /// What json() gives: these keys, and no other.
    schema::Object schema() const {
        schema::Object object(description_);
        for (const auto& field : fields_)
            field.needed ? object.needed(field.key, field.schema)
                         : object.optional(field.key, field.schema);
        return object;
    }

    /// A field as it is kept.
    struct Field {
        std::string key;
        Json schema;
        bool needed;
        std::function<std::optional<Json>(const T&)> get;  ///< nothing: the key is left out
    };
    /// In their order.
    const std::vector<Field>& fields() const { return fields_; }

  private:
    Fields& push(Field field) {
        fields_.push_back(std::move(field));
        return *this;
    }

    std::string description_;
    std::vector<Field> fields_;
};

}  // namespace granary
