package org.mandateatlas.institutions.institution;

import com.ibm.icu.util.ULocale;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** Codes of countries and languages. */
final class Codes {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(ULocale.getISOLanguages());

    private Codes() {}

    /** Returns whether a text is the code of a country in ISO 3166-1 alpha-2. */
    static boolean isCountry(String text) {
        return COUNTRIES.contains(text);
    }

    /** Returns whether a text is a language tag (BCP 47) of a language of ISO 639, in its canonical form. */
    static boolean isLanguage(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text).build();
            return text.equals(locale.toLanguageTag())
                    && LANGUAGES.contains(locale.getLanguage())
                    && (locale.getCountry().length() != 2 || isCountry(locale.getCountry()));
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
