#include "granary/document/check_json.hpp"

#include <algorithm>
#include <string_view>

#include "granary/document/json_document.hpp"

namespace granary {
namespace {

using form::defined;
using form::text;
using form::with;

using All = std::span<const Checked>;

bool is_sound(const Checked& checked) {
    return checked.exit_code == 0;
}

bool all_sound(const All& all) {
    return std::all_of(all.begin(), all.end(), is_sound);
}

/// A line or column, counted from 1; 0 where it is not known.
template <unsigned Place::*number>
std::optional<unsigned> place_of(const Problem& problem) {
    const unsigned found = problem.place.*number;
    return found == 0 ? std::nullopt : std::optional(found);
}

form::IntegerOrNull counted(std::string_view meaning) {
    return with(form::integer_or_null(meaning), "minimum", 1);
}

auto problem_form() {
    return defined(
        "problem",
        Fields<Problem>("What is wrong, and where; a place that is not known is null.")
            .add("file", text("The argument's file, or a parent's."),
                 [](const Problem& problem) { return problem.place.file; })
            .add("line", counted("Counted from 1."), place_of<&Place::line>)
            .add("column", counted("Counted from 1, in characters (code points)."),
                 place_of<&Place::column>)
            .add("end_column", counted("Just past the end of the faulty text in the same line."),
                 place_of<&Place::end_column>)
            .add("severity", form::exactly("error"))
            .add("message", with(text("What is wrong with it."), "minLength", 1), &Problem::message)
            .add("text",
                 form::text_or_null("The line, cut around the column with ... where it is long, a "
                                    "space for each tab and control character."),
                 [](const Problem& problem) { return problem.excerpt.line; }));
}

form::Integer count(std::string_view meaning, std::size_t least) {
    return with(form::integer(meaning), "minimum", least);
}

Fields<Read> read_fields() {
    return Fields<Read>("What a sound scenario consists of.")
        .add("title", text("The name in words."), &Read::title)
        .add("start", form::date("Start of the run."), &Read::start)
        .add("end", form::date("End of the run."), &Read::end)
        .add("regions", count("The parts of the country.", 1), &Read::regions)
        .add("levers_set", count("Away from their default, regions' included.", 0), &Read::levers)
        .add("parameters_set", count("Given by the file or its parents.", 0), &Read::parameters)
        .add("changes",
             form::list_of(text("\"export_mt from 1959-07 until 1960-01: 1959 3.12 instead of "
                                "4.16 Mt/yr; 1957-58, 1960-62 unchanged\"."),
                           "What the file changes of the scenario that it extends."),
             &Read::changes);
}

form::Boolean ok_form(bool sound) {
    return form::Boolean(JsonObject().add("const", sound));
}

form::Integer exit_code_form(bool sound) {
    const auto codes = sound ? JsonArray().add(0) : JsonArray().add(3).add(4).add(5);
    return form::Integer(
        JsonObject()
            .add("enum", codes)
            .add("description", sound ? "No fault."
                                      : "3: the scenario has problems; 4: nothing of "
                                        "that name; 5: the file cannot be read."));
}

form::OrNull<Fields<Read>> read_form(bool sound) {
    const auto fields = read_fields();
    return {form::Described(sound ? fields.schema().json()
                                  : schema::typed("null", "It cannot be said.")),
            fields};
}

auto problems_form(bool sound) {
    return with(form::list_of(problem_form(),
                              "In the order of the text: the file's own, then its parents'."),
                sound ? "maxItems" : "minItems", sound ? 0 : 1);
}

/// A sound scenario and a faulty one have the same keys, not the same values.
form::Defined<Fields<Checked>> result_form(bool sound) {
    return defined(sound ? "sound" : "faulty",
                   Fields<Checked>(sound ? "A scenario without a fault." : "One with faults.")
                       .add("argument", text("As given on the command line."), &Checked::argument)
                       .add("ok", ok_form(sound), is_sound)
                       .add("exit_code", exit_code_form(sound), &Checked::exit_code)
                       .add("read", read_form(sound), &Checked::read)
                       .add("problems", problems_form(sound), &Checked::problems));
}

/// Either of them.
struct ResultForm : form::Described {
    ResultForm()
        : Described(schema::one_of({result_form(true).schema(), result_form(false).schema()})) {}
    JsonObject json(const Checked& checked) const {
        return result_form(is_sound(checked)).form.json(checked);
    }
};

/// Editors read this one as it is written; it does not say which program wrote it.
Document<All> check_document() {
    Fields<All> fields("What is wrong with scenario files, for editors.");
    fields.add("format", format_of("check"))
        .add("ok", form::boolean("Whether no argument has a problem."), all_sound)
        .add("results", form::list_of(ResultForm(), "One for each argument, in their order."),
             std::identity());
    return {"check", fields,
            form::definitions(result_form(true), result_form(false), problem_form())};
}

}  // namespace

std::string check_json(std::span<const Checked> all) {
    return check_document().text(all);
}

std::string check_schema() {
    return check_document().schema();
}

}  // namespace granary
