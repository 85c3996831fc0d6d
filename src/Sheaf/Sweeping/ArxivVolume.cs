using System.Collections.Frozen;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Sweeping;

/// <summary>
/// About how many papers come to arXiv in a month, in all and in some categories, cross-lists included: what a sweep is planned by before
/// the first one has counted. Right to within a factor of two, which is what a plan is for.
/// </summary>
internal static class ArxivVolume
{
    /// <summary>
    /// New papers a month in the years from 1991 on (field guide 11, arXiv's yearly counts); later years are taken for as many as the last.
    /// </summary>
    private static readonly int[] Monthly =
    [
        50, 270, 560, 840, 1_090, 1_330, 1_640, 2_010, 2_310, 2_550, 2_760, 3_000, 3_290, 3_640, 3_910, 4_190, 4_640, 4_910, 5_340, 5_830,
        6_380,
        7_000, 7_700, 8_100, 8_760, 9_450, 10_270, 11_720, 12_990, 14_850, 15_120, 15_470, 20_260, 22_000, 23_700, 28_000,
    ];

    private const int FirstYear = 1991;

    /// <summary>The year that the counts of categories below are of.</summary>
    private const int CountedYear = 2025;

    /// <summary>Papers a month of 2025 that are in any category of an archive, where it has several.</summary>
    private static readonly FrozenDictionary<string, int> Archives = Table(
        "cs 13500 math 5600 physics 4500 cond-mat 3600 astro-ph 2600 eess 3000 stat 2800 q-bio 1000 q-fin 350 econ 500 nlin 400");

    /// <summary>The same of single categories; those that are not named have some tens.</summary>
    private static readonly FrozenDictionary<string, int> Categories = Table(
        """
        cs.LG 9200 cs.AI 7800 cs.CL 4500 cs.CV 4600 cs.RO 2000 cs.CR 1300 cs.SE 1200 cs.HC 1100 cs.IR 800 cs.CY 750 cs.DC 700 cs.IT 700
        cs.SD 600 cs.MA 550 cs.NI 500 cs.DS 450 cs.SI 400 cs.DB 380 cs.NE 350 cs.AR 380 cs.GR 320 cs.MM 320 cs.LO 300 cs.GT 300 cs.PL 270
        cs.ET 260 cs.CE 270 cs.DM 250 cs.CC 210 cs.DL 160 cs.CG 140 eess.SY 1100 eess.SP 900 eess.IV 700 eess.AS 450 stat.ML 1600
        stat.ME 900 math.ST 500 stat.AP 420 stat.CO 260 math.OC 1100 math.AP 900 math.NA 800 math-ph 800 math.CO 750 math.PR 750 math.NT 500
        math.AG 450 math.DG 450 math.DS 450 math.FA 400 math.CA 350 math.GR 300 math.RT 300 math.GT 280 math.RA 250 math.AT 200 math.MG 200
        math.CV 200 math.QA 180 math.CT 180 math.AC 180 math.OA 180 math.LO 150 math.SP 150 quant-ph 2200 hep-ph 1200 gr-qc 1200 hep-th 1100
        hep-ex 450 nucl-th 350 nucl-ex 200 hep-lat 150 astro-ph.HE 800 astro-ph.GA 750 astro-ph.CO 700 astro-ph.SR 550 astro-ph.EP 450
        astro-ph.IM 400 cond-mat.mtrl-sci 1300 cond-mat.mes-hall 850 cond-mat.str-el 800 cond-mat.stat-mech 700 cond-mat.soft 600
        cond-mat.supr-con 350 cond-mat.quant-gas 250 cond-mat.dis-nn 250 physics.optics 1000 physics.comp-ph 700 physics.flu-dyn 600
        physics.app-ph 600 physics.chem-ph 450 physics.ins-det 450 physics.soc-ph 350 physics.plasm-ph 300 physics.bio-ph 300
        physics.atom-ph 250 physics.med-ph 250 physics.ao-ph 200 physics.acc-ph 180 physics.geo-ph 170 physics.data-an 150 q-bio.QM 300
        q-bio.NC 250 q-bio.BM 250 q-bio.PE 180 q-bio.GN 120 econ.GN 250 econ.EM 150 econ.TH 150 nlin.CD 150 nlin.PS 100 nlin.SI 100
        """);

    private const int OfASmallCategory = 60;

    /// <summary>Fields that have outgrown the rest: their part of arXiv in a year, by their part in 2025.</summary>
    private static readonly (int Year, double Learning, double Computing)[] Growth =
        [
            (2005, 0.02, 0.1), (2010, 0.05, 0.22), (2015, 0.14, 0.38), (2018, 0.42, 0.58), (2020, 0.65, 0.7), (2022, 0.75, 0.78),
            (2025, 1, 1),
        ];

    private static readonly FrozenSet<string> Learning = FrozenSet.ToFrozenSet(["cs.LG", "cs.AI", "cs.CL", "cs.CV", "cs.RO", "stat.ML"]);

    /// <summary>Expected papers of a whole month in any of the categories.</summary>
    public static double Expected(CategorySelection selection, Month month)
    {
        var all = Monthly[Math.Clamp(month.Year - FirstYear, 0, Monthly.Length - 1)];
        if (selection.Terms.Count == 0)
        {
            return selection.IsEmpty ? 0 : all;
        }

        var part = 1 - Category.Active.Where(category => selection.Matches([category.Name])).GroupBy(category => category.Archive)
            .Aggregate(
                1.0, (none, archive) => none * (1 - PartOf(archive.Key, [.. archive.Select(category => category.Name)], month.Year)));
        return all * part;
    }

    /// <summary>What part of all papers is in any of these categories of one archive, as if they met by chance within it.</summary>
    private static double PartOf(string archive, IReadOnlyList<string> names, int year)
    {
        var of2025 = (double)Monthly[CountedYear - FirstYear];
        var whole = Archives.GetValueOrDefault(archive, names.Max(Count)) / of2025;
        var within = 1 - names.Aggregate(
            1.0, (none, name) => none * (1 - Math.Min(1, Count(name) * GrownTo(name, year) / (whole * of2025))));
        return Math.Min(1, whole * within);
    }

    private static int Count(string name) => Categories.GetValueOrDefault(name, OfASmallCategory);

    private static double GrownTo(string name, int year)
    {
        var isLearning = Learning.Contains(name);
        if (!isLearning && !name.StartsWith("cs.", StringComparison.Ordinal) && !name.StartsWith("eess.", StringComparison.Ordinal))
        {
            return 1;
        }

        var after = Array.FindIndex(Growth, at => at.Year >= year);
        var (later, earlier) = after < 0 ? (Growth[^1], Growth[^1]) : (Growth[after], Growth[Math.Max(0, after - 1)]);
        var way = later.Year == earlier.Year ? 1 : (double)(year - earlier.Year) / (later.Year - earlier.Year);
        return isLearning
            ? earlier.Learning + (way * (later.Learning - earlier.Learning))
            : earlier.Computing + (way * (later.Computing - earlier.Computing));
    }

    private static FrozenDictionary<string, int> Table(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
}
