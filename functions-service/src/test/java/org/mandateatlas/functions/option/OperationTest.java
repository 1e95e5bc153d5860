package org.mandateatlas.functions.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mandateatlas.functions.option.PolicyOptionFixture.anOption;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.Violation;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.DocumentJson;
import org.mandateatlas.registry.DocumentRules;

/** Each kind of operation is read, keeps its rules and names its place when it does not. */
class OperationTest {

    @Test
    void eachKindOfOperationIsKnownByOneWord() {
        assertEquals(
                EnumValues.of(OperationKind.class),
                Arrays.stream(Operation.class.getAnnotation(JsonSubTypes.class).value())
                        .map(JsonSubTypes.Type::name)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "create-institution | {`institution`: `wmo`, `name`: `W M O`}",
                "create-institution | {`institution`: `wmo`, `name`: `W M O`, `unStatus`: `secretariat`, `note`: `x`}",
                "end-institution | {`institution`: `iom`}",
                "transfer-mandates | {`from`: `iom`, `to`: `ilo`, `capacities`: false}",
                "transfer-mandates | {`from`: `iom`, `to`: `ilo`, `functions`: [`coordination`], `capacities`: true}",
                "grant-mandate | {`institution`: `iom`, `title`: `T`, `functions`: [`coordination`], `populations`: [`refugees`]}",
                "assign-capacity | {`institution`: `iom`, `function`: `coordination`, `level`: `lead`}",
                "assign-capacity | {`institution`: `iom`, `function`: `coordination`, `level`: `none`, `reason`: `declined`}",
                "set-lead | {`institution`: `iom`, `functions`: [`coordination`]}",
                "set-un-status | {`institution`: `iom`, `status`: `related-organization`}"
            })
    void anOperationIsReadAsWhatItSaysItIs(String type, String fields) {
        var option = read(type, fields);
        assertEquals(type, EnumValues.of(option.operations().getFirst().type()));
        assertEquals(List.of(), broken(option));
        assertEquals(type, DocumentJson.tree(option).at("/operations/0/type").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/0/type | paint | {}",
                "/0/unStatus | create-institution | {`institution`: `wmo`, `name`: `W M O`, `unStatus`: `planet`}",
                "/0/name | end-institution | {`institution`: `iom`, `name`: `x`}",
                "/0/capacities | transfer-mandates | {`from`: `iom`, `to`: `ilo`}",
                "/0/capacities | transfer-mandates | {`from`: `iom`, `to`: `ilo`, `capacities`: `yes`}",
                "/0/functions/0 | set-lead | {`institution`: `iom`, `functions`: [null]}",
                "/0/functions | set-lead | {`institution`: `iom`, `functions`: `coordination`}",
                "/0/level | assign-capacity | {`institution`: `iom`, `function`: `coordination`, `level`: `high`}",
                "/0/populations/0 | grant-mandate | {`institution`: `iom`, `title`: `T`, `functions`: [`a`], `populations`: [`kings`]}"
            })
    void whatNoOperationCanBeIsRefusedAtItsPlace(String place, String type, String fields) {
        var problem = assertThrows(ProblemException.class, () -> read(type, fields));
        assertEquals(
                "/operations" + place, problem.problem().violations().getFirst().pointer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "/0/institution is required | end-institution | {}",
                "/0/name is required | create-institution | {`institution`: `wmo`}",
                "/0/name is blank | create-institution | {`institution`: `wmo`, `name`: ` `}",
                "/0/institution is not an id | create-institution | {`institution`: `W M O`, `name`: `x`}",
                "/0/institution is not an id | end-institution | {`institution`: `IOM`}",
                "/0/to must differ from the current holder | transfer-mandates | {`from`: `iom`, `to`: `iom`, `capacities`: true}",
                "/0/functions/1 is a duplicate | transfer-mandates | {`from`: `iom`, `to`: `ilo`, `functions`: [`a`, `a`], `capacities`: true}",
                "/0/functions/0 is not an id | transfer-mandates | {`from`: `iom`, `to`: `ilo`, `functions`: [`A B`], `capacities`: true}",
                "/0/title is required | grant-mandate | {`institution`: `iom`, `functions`: [`a`]}",
                "/0/title is blank | grant-mandate | {`institution`: `iom`, `title`: ``, `functions`: [`a`]}",
                "/0/functions must not be empty | grant-mandate | {`institution`: `iom`, `title`: `T`}",
                "/0/functions/2 is a duplicate | grant-mandate | {`institution`: `iom`, `title`: `T`, `functions`: [`a`, `b`, `a`]}",
                "/0/function is required | assign-capacity | {`institution`: `iom`, `level`: `lead`}",
                "/0/level is required | assign-capacity | {`institution`: `iom`, `function`: `a`}",
                "/0/reason is required if the level is none | assign-capacity | {`institution`: `iom`, `function`: `a`, `level`: `none`}",
                "/0/reason is not allowed if the level is lead or substantial | assign-capacity | {`institution`: `iom`, `function`: `a`, `level`: `lead`, `reason`: `declined`}",
                "/0/functions must not be empty | set-lead | {`institution`: `iom`, `functions`: []}",
                "/0/functions/1 is a duplicate | set-lead | {`institution`: `iom`, `functions`: [`a`, `a`]}",
                "/0/status is required | set-un-status | {`institution`: `iom`}",
                "/0/note is blank | end-institution | {`institution`: `iom`, `note`: ` `}"
            })
    void whatBreaksARuleIsToldWithItsPlace(String violation, String type, String fields) {
        assertEquals(List.of("/operations" + violation), broken(read(type, fields)));
    }

    private static PolicyOption read(String type, String fields) {
        var json = fields.replace('`', '"');
        var separator = json.equals("{}") ? "" : ", ";
        return anOption()
                .doing(json.replaceFirst("\\}$", separator + "\"type\": \"" + type + "\"}"))
                .option();
    }

    private static List<String> broken(PolicyOption option) {
        var violations = new Violations();
        DocumentRules.check(option, violations);
        if (violations.list().isEmpty()) {
            PolicyOptions.checkOperations("/operations", option.operations(), violations);
        }
        return violations.list().stream().map(OperationTest::told).toList();
    }

    private static String told(Violation violation) {
        return violation.pointer() + " " + violation.detail();
    }
}
