package org.mandateatlas.testkit;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words and numbers of a text, cut and respelled so that inflected words, spellings and numerals compare. */
final class Keywords {

    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|[0-9]+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\b\\p{L}*\\p{Lu}\\p{L}*\\p{Lu}\\p{L}*\\b");
    private static final Pattern MILLIONS = Pattern.compile("\\b([0-9]+)000000\\b");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    private static final int STEM = 6;
    private static final int LEAST_LETTERS = 4;

    private static final Set<String> STOP_WORDS = Set.of(("about above after again against also among another because"
                    + " been before being between both cannot could does doing down during each either every from have"
                    + " having here into itself just like made make many more most much must neither never newland only"
                    + " onto other others ought over paper same shall should since some such than that their then there"
                    + " these they this those through thus under until upon used using very well were what when where"
                    + " which while whom whose will with within without would your")
            .split(" "));

    private static final Map<String, String> NUMERALS = numerals();
    private static final Map<String, String> DEMONYMS = Map.of("swiss", "switzerland", "dutch", "netherlands");

    private Keywords() {}

    /** Returns all words of two letters or more and all numbers. */
    static Set<String> all(String text) {
        return tokens(text)
                .filter(token -> token.length() > 1 || Character.isDigit(token.charAt(0)))
                .map(Keywords::normalize)
                .collect(Collectors.toSet());
    }

    /** Returns the numbers, the abbreviations and the words of four letters or more that are not stop words. */
    static Set<String> of(String text) {
        var words = tokens(text)
                .filter(token -> NUMERALS.containsKey(token)
                        || Character.isDigit(token.charAt(0))
                        || token.length() >= LEAST_LETTERS && !STOP_WORDS.contains(token));
        var abbreviations =
                ABBREVIATION.matcher(text).results().map(MatchResult::group).map(word -> word.toLowerCase(Locale.ROOT));
        var millions = MILLIONS.matcher(text).results().map(found -> found.group(1));
        return Stream.of(words, abbreviations, millions)
                .flatMap(part -> part)
                .map(Keywords::normalize)
                .collect(Collectors.toSet());
    }

    private static Stream<String> tokens(String text) {
        var plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return TOKEN.matcher(plain).results().map(MatchResult::group);
    }

    private static String normalize(String token) {
        var word = NUMERALS.getOrDefault(token, DEMONYMS.getOrDefault(token, token))
                .replace("isation", "ization")
                .replace("labour", "labor")
                .replace("programme", "program")
                .replace("centre", "center");
        return Character.isDigit(word.charAt(0)) ? word : word.substring(0, Math.min(STEM, word.length()));
    }

    private static Map<String, String> numerals() {
        var words = List.of(
                "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
                        .split(" "));
        var numerals = new LinkedHashMap<String, String>();
        words.forEach(word -> numerals.put(word, String.valueOf(numerals.size() + 2)));
        return numerals;
    }
}
