import { type FocusEvent, type KeyboardEvent, useId, useState } from "react"
import { Link } from "wouter"
import { usePathname } from "wouter/use-browser-location"
import type { Address } from "../addresses.ts"

/** A place that the header leads to, and the views that belong to it. */
export interface Room {
  readonly href: string
  readonly name: string
  readonly views: readonly Address["view"][]
  /** Stands in the header on a narrow screen, too; the others fold into "More" there. */
  readonly first?: boolean
}

interface RoomListProps {
  readonly rooms: readonly Room[]
  readonly view: Address["view"]
}

/** The rooms in a row; where there is little width, those that come second open below "More". */
export function RoomList({ rooms, view }: RoomListProps) {
  const pathname = usePathname()
  const second = rooms.filter(({ first }) => first !== true)
  return (
    <ul>
      {rooms
        .filter(({ first }) => first === true)
        .map((room) => (
          <RoomLink key={room.href} room={room} view={view} />
        ))}
      {second.length > 0 && <MoreRooms key={pathname} rooms={second} view={view} />}
    </ul>
  )
}

function MoreRooms({ rooms, view }: RoomListProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const here = rooms.some(({ views }) => views.includes(view))
  const press = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.key !== "Escape" || !open) return
    setOpen(false)
    event.currentTarget.querySelector("button")?.focus()
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLLIElement>) => {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false)
  }
  return (
    <li className="more-rooms" onKeyDown={press} onBlur={leave}>
      <button
        type="button"
        className={here ? "here" : undefined}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        More
      </button>
      <ul id={id} className={open ? "open" : undefined}>
        {rooms.map((room) => (
          <RoomLink key={room.href} room={room} view={view} />
        ))}
      </ul>
    </li>
  )
}

function RoomLink({ room, view }: { readonly room: Room; readonly view: Address["view"] }) {
  return (
    <li>
      <Link href={room.href} aria-current={room.views.includes(view) ? "page" : undefined}>
        {room.name}
      </Link>
    </li>
  )
}
