package org.mandateatlas.institutions.institution;

/** The check character systems of ISO/IEC 7064 that identifiers use. */
final class CheckCharacters {

    private static final int NINETY_SEVEN = 97;
    private static final int ELEVEN = 11;
    private static final int RADIX = 36;

    private CheckCharacters() {}

    /** Returns whether digits and capital letters, the check digits last, satisfy MOD 97-10. */
    static boolean satisfyMod97(String text) {
        var remainder = 0;
        for (var i = 0; i < text.length(); i++) {
            var value = Character.digit(text.charAt(i), RADIX);
            remainder = (remainder * (value < 10 ? 10 : 100) + value) % NINETY_SEVEN;
        }
        return remainder == 1;
    }

    /** Returns whether digits, the check character last, satisfy MOD 11-2. */
    static boolean satisfyMod11(String text) {
        var remainder = 0;
        for (var i = 0; i < text.length() - 1; i++) {
            remainder = (remainder + Character.digit(text.charAt(i), 10)) * 2 % ELEVEN;
        }
        var last = text.charAt(text.length() - 1);
        return (remainder + (last == 'X' ? 10 : Character.digit(last, 10))) % ELEVEN == 1;
    }

    /** Returns whether the last two digits are the MOD 97-10 check digits of the number that the letters before are in Crockford's Base32. */
    static boolean satisfyBase32Mod97(String text) {
        var digits = "0123456789abcdefghjkmnpqrstvwxyz";
        var number = 0L;
        for (var i = 0; i < text.length() - 2; i++) {
            number = number * digits.length() + digits.indexOf(text.charAt(i));
        }
        return (number * 100 + Integer.parseInt(text.substring(text.length() - 2))) % NINETY_SEVEN == 1;
    }
}
