package org.mandateatlas.subscriptions.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses outside the public Internet, by the IANA registries of special-purpose addresses: this machine, private networks,
 * metadata services of clouds, and other notations of these.
 */
final class PrivateNetworks {

    private static final List<Network> IPV4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Contains all global addresses, but no loopback, link-local, unique-local, multicast or unassigned ones. */
    private static final Network GLOBAL_IPV6 = Network.of("2000::/3");

    private static final List<Network> IN_GLOBAL_IPV6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /** Translates to the IPv4 address in the last four bytes (RFC 6052). */
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");

    private static final int IPV4_BYTES = 4;

    private PrivateNetworks() {}

    /** Returns whether the address is private. */
    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length > IPV4_BYTES && TRANSLATED.contains(bytes)) {
            bytes = Arrays.copyOfRange(bytes, bytes.length - IPV4_BYTES, bytes.length);
        }
        byte[] found = bytes;
        return bytes.length == IPV4_BYTES
                ? IPV4.stream().anyMatch(network -> network.contains(found))
                : !GLOBAL_IPV6.contains(found) || IN_GLOBAL_IPV6.stream().anyMatch(network -> network.contains(found));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    /** A network in CIDR notation. */
    private record Network(InetAddress address, int bits) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            try {
                return new Network(
                        InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }

        boolean contains(byte[] other) {
            byte[] first = address.getAddress();
            if (other.length != first.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                if (((first[bit / 8] ^ other[bit / 8]) & (0x80 >> (bit % 8))) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
