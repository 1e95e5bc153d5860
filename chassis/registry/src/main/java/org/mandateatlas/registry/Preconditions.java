package org.mandateatlas.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.problem.ProblemException;
import org.mandateatlas.base.problem.ProblemType;
import org.mandateatlas.base.problem.Violation;

/**
 * The preconditions of a write.
 *
 * @param absent there must be none ({@code If-None-Match: *})
 * @param present there must be one, of any version ({@code If-Match: *})
 * @param versions it must be at one of these ({@code If-Match})
 */
public record Preconditions(boolean absent, boolean present, List<Integer> versions) {

    /** No precondition. */
    public static final Preconditions NONE = new Preconditions(false, false, List.of());

    /** Fails if the stored version (null for none) does not match. */
    void check(@Nullable Integer stored) {
        if (absent && stored != null) {
            throw failed("If-None-Match", "The document exists, at version " + stored + ".");
        }
        if ((present || !versions.isEmpty()) && stored == null) {
            throw failed("If-Match", "The document does not exist.");
        }
        if (!versions.isEmpty() && !versions.contains(stored)) {
            throw failed(
                    "If-Match",
                    "The document is at version " + stored + ", with the ETag \"" + stored
                            + "\". The ETag of a read with"
                            + " validAt, knownAt or fields is that of a view, and no precondition of a write.");
        }
    }

    private static ProblemException failed(String header, String detail) {
        return new ProblemException(
                ProblemType.PRECONDITION_FAILED, detail, List.of(Violation.ofHeader(header, "does not hold")));
    }
}
