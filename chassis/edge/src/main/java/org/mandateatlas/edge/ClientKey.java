package org.mandateatlas.edge;

import io.netty.util.NetUtil;
import java.util.HexFormat;

/** The key of a client: an IPv4 address, an IPv6 /64 network, or the subject of a valid token. */
public final class ClientKey {

    private static final int SITE_BYTES = 8;
    private static final int IPV6_BYTES = 16;
    private static final byte[] MAPPED = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff};

    private ClientKey() {}

    /** Returns the client at an address. */
    public static String at(String host) {
        if (host.indexOf(':') < 0) {
            return host;
        }
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(host);
        if (bytes == null || bytes.length != IPV6_BYTES) {
            return host;
        }
        return isMapped(bytes) ? ipv4(bytes) : HexFormat.of().formatHex(bytes, 0, SITE_BYTES) + "/64";
    }

    /** Returns the client that a valid token names, wherever it is. */
    public static String named(String subject) {
        return "token " + subject;
    }

    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < MAPPED.length; i++) {
            if (address[i] != MAPPED[i]) {
                return false;
            }
        }
        return true;
    }

    private static String ipv4(byte[] mapped) {
        return NetUtil.bytesToIpAddress(mapped, MAPPED.length, 4);
    }
}
