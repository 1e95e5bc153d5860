package org.mandateatlas.bench;

import java.util.List;

/** Words with a frequency that falls with their rank as in a natural language (Zipf's law). */
final class Vocabulary {

    private static final int WORDS = 20_000;

    private static final List<String> FREQUENT = List.of(
            "migration",
            "governments",
            "migrants",
            "protection",
            "refugees",
            "assistance",
            "labour",
            "policy",
            "rights",
            "states",
            "return",
            "coordination",
            "development",
            "data",
            "training",
            "border",
            "forum",
            "workers",
            "standards",
            "trafficking",
            "resettlement",
            "integration",
            "remittances",
            "dialogue",
            "advice",
            "capacity",
            "humanitarian",
            "emergency",
            "research",
            "asylum",
            "displacement",
            "visas",
            "health",
            "children",
            "women",
            "education",
            "statistics",
            "cooperation",
            "regional",
            "treaty",
            "monitoring",
            "reporting",
            "consultation",
            "programme",
            "secretariat",
            "council",
            "diaspora",
            "recruitment",
            "employment",
            "statelessness");

    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
    private static final String VOWELS = "aeiou";

    private Vocabulary() {}

    /** Returns a word, a frequent one more often. */
    static String word(SeededRandom random) {
        var rank = (int) Math.exp(random.fraction() * Math.log(WORDS)) - 1;
        return rank < FREQUENT.size() ? FREQUENT.get(rank) : rareWord(rank);
    }

    /** Returns a phrase of that many words. */
    static String phrase(SeededRandom random, int words) {
        var phrase = new StringBuilder();
        for (var i = 0; i < words; i++) {
            phrase.append(i == 0 ? "" : " ").append(word(random));
        }
        return phrase.toString();
    }

    /** Returns the word of a rank: syllables that spell the number. */
    private static String rareWord(int rank) {
        var word = new StringBuilder();
        for (var rest = rank + 10_000; rest > 0; rest /= CONSONANTS.length() * VOWELS.length()) {
            var syllable = rest % (CONSONANTS.length() * VOWELS.length());
            word.append(CONSONANTS.charAt(syllable / VOWELS.length()))
                    .append(VOWELS.charAt(syllable % VOWELS.length()));
        }
        return word.toString();
    }
}
