"""Makes lake-ice.csv, the simulated measurements of this course. Standard library only; the same seed gives the same file.

Twelve invented lakes, four winters, five visits a winter. Each day the ice thickens by the heat that escapes through ice
and snow (Stefan's argument), less a little heat that the lake gives back from below. Lakes differ in how much snow the
wind leaves on them and in the heat from below; their mean depth is written down but has no influence of its own.
"""

import csv
import datetime
import math
import random
import sys

LAKES = ["Alder", "Birch", "Curlew", "Dunlin", "Elk", "Fox", "Grebe", "Heron", "Iris", "Juniper", "Kestrel", "Lynx"]
WINTERS = [2021, 2022, 2023, 2024]  # the year in which the winter ends
ICE_CONDUCTIVITY = 2.1  # W per metre and kelvin
SNOW_CONDUCTIVITY = 0.25  # W per metre and kelvin, settled snow
AIR_EXCHANGE = 20.0  # W per square metre and kelvin, from the surface to the air
FREEZING_HEAT = 917.0 * 334_000.0  # J per cubic metre of ice
DAY = 86_400.0  # seconds


def winter_weather(chance):
    """Daily mean temperature in °C and snowfall in cm for 120 days from the first of December."""
    mildness = chance.gauss(0.0, 1.6)
    wander, days = 0.0, []
    for day in range(120):
        wander = 0.85 * wander + chance.gauss(0.0, 2.2)
        season = -9.0 + 5.5 * ((day - 58) / 58) ** 2
        temperature = season + mildness + wander
        snowfall = chance.expovariate(1 / 2.2) if chance.random() < 0.22 else 0.0
        days.append((temperature, snowfall))
    return days


def measured(chance, lake, weather, freeze_up, visits):
    """Yields (day, degree days, snow in cm, ice in cm) as a person with an auger would write them down."""
    ice, snow, degree_days = 0.01, 0.0, 0.0
    for day, (temperature, snowfall) in enumerate(weather):
        if day < freeze_up:
            continue
        snow = 0.97 * snow + lake["keeps_snow"] * snowfall
        if temperature > 0:
            snow = max(0.0, snow - 1.2 * temperature)
        if temperature < 0:
            degree_days -= temperature
            resistance = ice / ICE_CONDUCTIVITY + 0.01 * snow / SNOW_CONDUCTIVITY + 1 / AIR_EXCHANGE
            ice += (-temperature / resistance - lake["heat_from_below"]) * DAY / FREEZING_HEAT
        else:
            ice -= lake["heat_from_below"] * DAY / FREEZING_HEAT
        ice = max(ice, 0.005)
        if day in visits:
            yield (
                day,
                round(degree_days),
                max(0, round(snow + chance.gauss(0.0, 0.8))),
                max(1, round(100 * ice + chance.gauss(0.0, 1.5))),
            )


def rows():
    chance = random.Random(271)
    lakes = [
        {
            "name": name,
            "depth": round(math.exp(chance.gauss(1.9, 0.6)), 1),
            "keeps_snow": chance.uniform(0.25, 1.1),
            "heat_from_below": chance.uniform(0.0, 9.0),
        }
        for name in LAKES
    ]
    for winter in WINTERS:
        weather = winter_weather(chance)
        first = datetime.date(winter - 1, 12, 1)
        for lake in lakes:
            freeze_up = chance.randint(0, 14)
            visits = sorted(chance.sample(range(freeze_up + 5, 115), 5))
            for day, degree_days, snow, ice in measured(chance, lake, weather, freeze_up, visits):
                date = first + datetime.timedelta(days=day)
                yield [lake["name"], lake["depth"], winter, date.isoformat(), degree_days, snow, ice]


if __name__ == "__main__":
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["lake", "depth_m", "winter", "date", "degree_days", "snow_cm", "ice_cm"])
    writer.writerows(rows())
