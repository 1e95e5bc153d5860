package org.mandateatlas.gateway.request;

import java.util.regex.Pattern;

/** The form of ids: lower-case letters and digits in parts joined by single hyphens, at most 80 characters. */
public final class Slug {

    private static final int LONGEST = 80;
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Slug() {}

    /** Tells whether the text is an id. */
    public static boolean is(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
