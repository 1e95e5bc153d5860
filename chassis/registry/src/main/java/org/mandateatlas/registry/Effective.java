package org.mandateatlas.registry;

import org.jspecify.annotations.Nullable;
import org.mandateatlas.base.time.Validity;

/** Determines when a change happened in the world, as precisely as the document states it. */
final class Effective {

    private Effective() {}

    /** Returns the end of the validity for an ending, otherwise its start, in EDTF; null if unknown. */
    static @Nullable String of(String change, String ending, Validity validity) {
        var date = change.equals(ending) && validity.to() != null ? validity.to() : validity.from();
        return date == null ? null : date.toString();
    }
}
