package org.mandateatlas.base.text;

import java.util.regex.Pattern;

/** The form of ids: lower-case letters and digits in parts joined by single hyphens, at most 80 characters. */
public final class Slug {

    /** The form as a regular expression. */
    public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** The most characters. */
    public static final int LONGEST = 80;

    private static final Pattern FORM = Pattern.compile(PATTERN);

    private Slug() {}

    /** Returns whether the text is an id. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
