using System.Globalization;
using System.Text;
using Sheaf.Drafts.Formats;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class EveryFormat
{
    public static TheoryData<string> Names => [.. DraftFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_month_looks_like_this(string name) => GoldenText.Check($"month.{DraftFormat.Named(name)!.Ending}", Render(name, Rich()));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_draft_gives_the_same_bytes_whatever_the_culture(string name)
    {
        var here = DraftFormat.Named(name)!.File(Rich());
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = Foreign();

        var there = DraftFormat.Named(name)!.File(Rich());
        CultureInfo.CurrentCulture = before;

        Assert.Equal(here, there);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_empty_month_is_a_whole_file_too(string name)
    {
        var text = Render(name, Draft(""));

        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        Assert.DoesNotContain("arXiv:2404", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_of_a_spreadsheet_says_that_it_is_unicode_and_no_other_does() =>
        Assert.Equal(
            ["csv"],
            DraftFormat.All.Where(format => format.File(Rich()).AsSpan().StartsWith(Encoding.UTF8.Preamble)).Select(format => format.Name));

    [Fact]
    public void An_unknown_name_is_no_format() => Assert.Null(DraftFormat.Named("docx"));

    /// <summary>Commas for points, other digits' separators, other months: this program runs without cultures, so one is made.</summary>
    private static CultureInfo Foreign()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "minus";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames = [.. Enumerable.Repeat("Mond", 12), ""];
        culture.DateTimeFormat.AbbreviatedMonthNames =
            culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = [.. Enumerable.Repeat("Mo", 12), ""];
        return culture;
    }
}
