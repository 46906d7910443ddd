import { BlockList, isIP } from "node:net"

/** Networks that no page of the public web has its address in: IANA's special-purpose registries. */
const CLOSED_V4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
/** Those that carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo) are closed whole: there is no need to go that way. */
const CLOSED_V6 =
  "::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8"

const listOf = (networks: string, family: "ipv4" | "ipv6"): BlockList => {
  const list = new BlockList()
  for (const network of networks.split(" ")) {
    const [address, prefix] = network.split("/")
    list.addSubnet(address!, Number(prefix), family)
  }
  return list
}

// Two lists: in one, the network of mapped addresses would close every IPv4 address.
const closedV4 = listOf(CLOSED_V4, "ipv4")
const closedV6 = listOf(CLOSED_V6, "ipv6")

/** True for an address of the public internet; false for loopback, private, link-local and other special ones. */
export function isPublicAddress(address: string): boolean {
  const bare = address.split("%", 1)[0]!
  switch (isIP(bare)) {
    case 4:
      return !closedV4.check(bare, "ipv4")
    case 6:
      return !closedV6.check(bare, "ipv6")
    default:
      return false
  }
}

/** A URL's host without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "")
