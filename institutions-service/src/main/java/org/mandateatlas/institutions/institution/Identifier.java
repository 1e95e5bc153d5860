package org.mandateatlas.institutions.institution;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.http.Parse;
import org.mandateatlas.base.openapi.Term;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.Violations;
import org.mandateatlas.base.text.EnumValues;
import org.mandateatlas.registry.citation.Citation;
import org.mandateatlas.registry.citation.Cited;

/** Id of an institution in another registry. */
@Schema(description = "Id of an institution in another registry.")
public record Identifier(
        Scheme scheme,

        @Schema(
                description =
                        "The id as the registry writes it: ROR 05dxps055 or https://ror.org/05dxps055, Wikidata Q180, ISNI 0000000121032683 or in groups of four, VIAF 134861985, LEI 5493001KJTIIGC8Y1R12, IATI XM-DAC-47066, DAC channel 47066, COW IGO 2250, website https://www.iom.int.")
        @Term("schema:value")
        String value,

        List<Citation> citations)
        implements Cited {

    /** Registry of institutions. */
    @Schema(name = "IdentifierScheme", description = "Registry of institutions.")
    public enum Scheme {
        @Schema(description = "Research Organization Registry.")
        ROR(
                "(https://ror\\.org/)?0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}",
                id -> CheckCharacters.satisfyBase32Mod97(id.replace("https://ror.org/", "")),
                "a ROR id such as 05dxps055"),
        @Schema(description = "Wikidata item.")
        WIKIDATA("Q[1-9][0-9]{0,14}", id -> true, "a Wikidata item such as Q180"),
        @Schema(description = "International Standard Name Identifier (ISO 27729).")
        ISNI(
                "([0-9]{4} ?){3}[0-9]{3}[0-9X]",
                id -> CheckCharacters.satisfyMod11(id.replace(" ", "")), "an ISNI such as 0000000121032683"),
        @Schema(description = "Virtual International Authority File.")
        VIAF("[1-9][0-9]{0,21}", id -> true, "a VIAF number"),
        @Schema(description = "Legal Entity Identifier (ISO 17442).")
        LEI("[A-Z0-9]{18}[0-9]{2}", CheckCharacters::satisfyMod97, "an LEI such as 5493001KJTIIGC8Y1R12"),
        @Schema(description = "Organization identifier of the International Aid Transparency Initiative.")
        IATI(
                "[A-Z]{2,3}-[A-Z0-9]{3,20}-[A-Za-z0-9._-]{1,60}",
                id -> true,
                "an IATI organization identifier such as XM-DAC-47066"),
        @Schema(description = "Channel code of the OECD Development Assistance Committee.")
        DAC_CHANNEL("[1-9][0-9]{4}", id -> true, "a DAC channel code of five digits such as 47066"),
        @Schema(
                description =
                        "Number of the organization in the Correlates of War list of intergovernmental organizations.")
        COW_IGO("[1-9][0-9]{1,4}", id -> true, "a Correlates of War number such as 2250"),
        @Schema(description = "Code in the UN system, such as that of its Chief Executives Board.")
        UN_SYSTEM("[A-Z][A-Z0-9-]{1,19}", id -> true, "a code of the UN system such as UNHCR"),
        @Schema(description = "Main page of its website.")
        WEBSITE(
                "https?://(?:[a-z0-9]++(?:-++[a-z0-9]++)*+\\.)++[a-z]{2,}(/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*)?",
                id -> true, "a URL with http or https such as https://www.iom.int");

        private final Pattern form;
        private final Predicate<String> check;
        private final String description;

        Scheme(String form, Predicate<String> check, String description) {
            this.form = Pattern.compile(form);
            this.check = check;
            this.description = description;
        }

        /** Returns why a text is not an id of the registry; null if it is one. */
        private @Nullable String refusal(String id) {
            if (!form.matcher(id).matches()) {
                return "is not " + description;
            }
            return check.test(id) ? null : "has wrong check digits";
        }

        /** Returns the one form of an id that is written in several forms. */
        private String normal(String id) {
            return switch (this) {
                case ROR -> id.replace("https://ror.org/", "");
                case ISNI -> id.replace(" ", "");
                case WEBSITE -> id.replaceFirst("^http:", "https:").replaceFirst("/+$", "");
                default -> id;
            };
        }
    }

    /** The name of the filter by identifier. */
    static final String FACET = "identifier";

    /** Returns the value of the filter by which the institution is found: the scheme and the id. */
    String term() {
        return term(scheme, value);
    }

    /** Returns the IRI of the institution in the registry; empty if its ids are no IRIs. */
    Stream<String> iri() {
        var id = scheme.normal(value);
        return switch (scheme) {
            case ROR -> Stream.of("https://ror.org/" + id);
            case WIKIDATA -> Stream.of("http://www.wikidata.org/entity/" + id);
            case ISNI -> Stream.of("https://isni.org/isni/" + id);
            case VIAF -> Stream.of("http://viaf.org/viaf/" + id);
            case LEI -> Stream.of("https://search.gleif.org/#/record/" + id);
            case IATI, DAC_CHANNEL, COW_IGO, UN_SYSTEM, WEBSITE -> Stream.empty();
        };
    }

    private static String term(Scheme scheme, String id) {
        return EnumValues.of(scheme) + ":" + scheme.normal(id);
    }

    /**
     * Parses values of the filter.
     *
     * @throws ProblemException (400) if a value has no known scheme or is not an id of it
     */
    static List<String> terms(List<String> texts) {
        return texts.stream().map(Identifier::parse).toList();
    }

    private static String parse(String text) {
        var colon = text.indexOf(':');
        if (colon < 0) {
            throw ProblemException.parameter(FACET, "is not a scheme and an id such as ror:0437ej039");
        }
        var name = text.substring(0, colon);
        var id = text.substring(colon + 1);
        Parse.words(FACET, List.of(name), Scheme.class);
        var scheme = Scheme.valueOf(name.replace('-', '_').toUpperCase(Locale.ROOT));
        var refusal = scheme.refusal(id);
        if (refusal != null) {
            throw ProblemException.parameter(FACET, refusal);
        }
        return term(scheme, id);
    }

    /** Checks the form and the check digits of ids. */
    static void check(List<Identifier> identifiers, Violations violations) {
        for (var i = 0; i < identifiers.size(); i++) {
            var refusal = identifiers.get(i).scheme().refusal(identifiers.get(i).value());
            if (refusal != null) {
                violations.add("/identifiers/" + i + "/value", refusal);
            }
        }
    }
}
