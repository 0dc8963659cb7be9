import CNCurses
import CellGrid
