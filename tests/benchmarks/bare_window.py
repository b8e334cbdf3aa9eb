"""The yardstick of the start-up benchmark: a PySide6 window with a table and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

application = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare window")
table = QTableWidget(40, 6)
for row in range(40):
    for column in range(6):
        table.setItem(row, column, QTableWidgetItem(f"row {row}, column {column}"))
window.setCentralWidget(table)
window.resize(1200, 800)
window.show()
sys.exit(application.exec())
