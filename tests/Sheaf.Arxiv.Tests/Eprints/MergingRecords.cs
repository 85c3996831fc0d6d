using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using static Sheaf.Arxiv.Eprints.RecordSource;

namespace Sheaf.Arxiv.Tests.Eprints;

public sealed class MergingRecords
{
    private static readonly DateTimeOffset First = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);

    /// <summary>Each field, and a record of the source that alone carries it, with its name as the value.</summary>
    public static TheoryData<string, Func<RecordSource, EprintRecord>, Func<Eprint, string>> Fields => new()
    {
        { "title", source => Whole(source) with { Title = $"{source}" }, eprint => eprint.Title },
        { "authors", source => Whole(source) with { Authors = [new($"{source}")] }, eprint => eprint.Authors[0].Name },
        { "authorsRaw", source => Whole(source) with { AuthorsRaw = $"{source}" }, eprint => eprint.AuthorsRaw! },
        { "abstract", source => Whole(source) with { Abstract = $"{source}" }, eprint => eprint.Abstract },
        { "categories", source => Whole(source) with { Categories = [$"{source}"] }, eprint => eprint.PrimaryCategory },
        { "comment", source => Whole(source) with { Comment = $"{source}" }, eprint => eprint.Comment! },
        { "journalRef", source => Whole(source) with { JournalRef = $"{source}" }, eprint => eprint.JournalRef! },
        { "doi", source => Whole(source) with { Dois = [$"{source}"] }, eprint => eprint.Dois[0] },
        { "reportNumber", source => Whole(source) with { ReportNumber = $"{source}" }, eprint => eprint.ReportNumber! },
        { "mscClass", source => Whole(source) with { MscClass = $"{source}" }, eprint => eprint.MscClass! },
        { "acmClass", source => Whole(source) with { AcmClass = $"{source}" }, eprint => eprint.AcmClass! },
        { "license", source => Whole(source) with { License = $"{source}" }, eprint => eprint.License! },
        { "proxy", source => Whole(source) with { Proxy = $"{source}" }, eprint => eprint.Proxy! },
        { "versions", source => Whole(source) with
        {
            Versions = [new(1, First, (int)source, false)],
        }, eprint => $"{(RecordSource)eprint.Versions[0].SizeKb!}" },
        { "firstSubmitted", source => Whole(source) with
        {
            FirstSubmitted = First.AddHours((int)source),
        }, eprint => $"{(RecordSource)(eprint.FirstSubmitted - First).Hours}" },
        { "lastSubmitted", source => Whole(source) with
        {
            LastSubmitted = First.AddHours((int)source),
        }, eprint => $"{(RecordSource)(eprint.LastSubmitted - First).Hours}" },
    };

    [Theory]
    [MemberData(nameof(Fields), DisableDiscoveryEnumeration = true)]
    public void Each_field_is_the_best_sources_whatever_the_order_of_arrival(
        string field, Func<RecordSource, EprintRecord> record, Func<Eprint, string> read)
    {
        RecordSource[] bestFirst = field is "doi" or "categories"
            ? [Page, RecordSource.Oai, RecordSource.Atom, Snapshot]
            : [Page, RecordSource.Oai, Snapshot, RecordSource.Atom];

        for (var best = 0; best < bestFirst.Length; best++)
        {
            var records = bestFirst[best..].Select(record).ToArray();

            foreach (var arrived in new[] { records, [.. records.Reverse()] })
            {
                var eprint = Eprint.Merge(arrived)!;

                Assert.Equal(bestFirst[best].ToString(), read(eprint));
                Assert.Equal(bestFirst[best], eprint.Sources[field]);
            }
        }
    }

    [Theory]
    [InlineData("Univ. of Gears, http://P.R.China", "Univ. of Gears, P.R.China", "Univ. of Gears, P.R.China")]
    [InlineData(
        "see http://widget.example/a and http://cog.example", "see widget.example/a and http://cog.example",
        "see widget.example/a and http://cog.example")]
    [InlineData("see http://widget.example", "see http://widget.example", "see http://widget.example")]
    [InlineData("see https://widget.example", "see widget.example", "see https://widget.example")]
    [InlineData("12 pages, http://P.R.China", "10 pages, P.R.China", "12 pages, http://P.R.China")] // of another version
    [InlineData("see http://widget.example", null, "see http://widget.example")]
    public void An_address_that_only_the_page_makes_of_a_comment_is_none(string page, string? api, string comment)
    {
        EprintRecord[] records = [Whole(Page) with { Comment = page }, Whole(RecordSource.Atom) with { Comment = api }];

        var eprint = Eprint.Merge(records)!;

        Assert.Equal((comment, Page), (eprint.Comment, eprint.Sources["comment"]));
    }

    [Fact]
    public void The_table_of_precedence_names_every_field_of_the_export_that_has_a_source()
    {
        string[] fields =
        [
            "title", "authors", "authorsRaw", "abstract", "categories", "firstSubmitted", "lastSubmitted", "versions", "comment",
            "journalRef", "doi",
            "reportNumber", "mscClass", "acmClass", "license", "withdrawn", "proxy", "latestVersion",
        ];

        Assert.Equal(fields.Order(), EprintMerge.Precedence.Keys.Order());
        Assert.All(EprintMerge.Precedence.Values, order => Assert.Equal(Enum.GetValues<RecordSource>().Order(), order.Order()));
    }

    [Fact]
    public void What_the_page_says_is_not_there_no_other_source_fills()
    {
        var page = Whole(Page) with
        {
            AuthorsRaw = "",
            Comment = "",
            JournalRef = "",
            Dois = [],
            ReportNumber = "",
            MscClass = "",
            AcmClass = "",
            License = "",
            Proxy = "",
            Versions = [],
        };
        var oai = Whole(RecordSource.Oai) with
        {
            AuthorsRaw = "A",
            Comment = "C",
            JournalRef = "J",
            Dois = ["10.1/x"],
            ReportNumber = "R",
            MscClass = "M",
            AcmClass = "A",
            License = "L",
            Proxy = "P",
            Versions = [new(1, First, null, false)],
        };

        var eprint = Eprint.Merge([oai, page])!;

        Assert.Null(eprint.AuthorsRaw);
        Assert.Null(eprint.Comment);
        Assert.Null(eprint.JournalRef);
        Assert.Empty(eprint.Dois);
        Assert.Null(eprint.ReportNumber);
        Assert.Null(eprint.MscClass);
        Assert.Null(eprint.AcmClass);
        Assert.Null(eprint.License);
        Assert.Null(eprint.Proxy);
        Assert.Empty(eprint.Versions);
        string[] none =
            ["authorsRaw", "comment", "journalRef", "doi", "reportNumber", "mscClass", "acmClass", "license", "proxy", "versions"];
        Assert.Empty(none.Intersect(eprint.Sources.Keys));
    }

    [Fact]
    public void What_the_page_does_not_carry_the_next_source_gives()
    {
        var eprint = Eprint.Merge([Whole(Page), Whole(RecordSource.Atom) with { Comment = "12 pages" }])!;

        Assert.Equal("12 pages", eprint.Comment);
        Assert.Equal(RecordSource.Atom, eprint.Sources["comment"]);
    }

    [Fact]
    public void A_page_that_calls_a_paper_not_withdrawn_is_believed()
    {
        var eprint = Eprint.Merge([Whole(Page) with { Withdrawn = false }, Whole(RecordSource.Oai) with { Withdrawn = true }])!;

        Assert.False(eprint.Withdrawn);
        Assert.Equal(Page, eprint.Sources["withdrawn"]);
    }

    [Fact]
    public void A_paper_nobody_calls_withdrawn_is_not_and_no_source_is_named_for_it()
    {
        var eprint = Eprint.Merge([Whole(RecordSource.Atom)])!;

        Assert.False(eprint.Withdrawn);
        Assert.DoesNotContain("withdrawn", eprint.Sources.Keys);
    }

    [Fact]
    public void A_later_version_known_elsewhere_moves_the_version_and_its_date_and_nothing_else()
    {
        var second = First.AddDays(2);
        var third = First.AddDays(9);
        var page = Whole(Page) with
        {
            Title = "As read",
            Version = 2,
            LatestVersion = 2,
            LastSubmitted = second,
            Withdrawn = false,
            Versions = [new(1, First, 10, false), new(2, second, 11, false)],
        };
        var atom = Whole(RecordSource.Atom) with { Title = "As replaced", Version = 3, LatestVersion = 3, LastSubmitted = third };

        var eprint = Eprint.Merge([page, atom])!;

        Assert.Equal(3, eprint.LatestVersion);
        Assert.Equal(third, eprint.LastSubmitted);
        Assert.Equal(RecordSource.Atom, eprint.Sources["latestVersion"]);
        Assert.Equal(RecordSource.Atom, eprint.Sources["lastSubmitted"]);
        Assert.Equal("As read", eprint.Title);
        Assert.Equal(2, eprint.Versions.Count);
        Assert.Equal(Page, eprint.Sources["versions"]);
    }

    [Fact]
    public void An_older_version_known_elsewhere_changes_nothing()
    {
        var page = Whole(Page) with { Version = 2, LatestVersion = 2, LastSubmitted = First.AddDays(2) };

        var eprint = Eprint.Merge([Whole(RecordSource.Oai) with { LatestVersion = 1, LastSubmitted = First }, page])!;

        Assert.Equal(2, eprint.LatestVersion);
        Assert.Equal(First.AddDays(2), eprint.LastSubmitted);
        Assert.Equal(Page, eprint.Sources["lastSubmitted"]);
    }

    [Fact]
    public void A_source_that_knows_a_later_version_but_not_its_date_leaves_the_date_to_the_others()
    {
        var eprint = Eprint.Merge(
            [Whole(Page) with { LatestVersion = 1, LastSubmitted = First }, Whole(RecordSource.Oai) with { LatestVersion = 2 }])!;

        Assert.Equal(2, eprint.LatestVersion);
        Assert.Equal(First, eprint.LastSubmitted);
        Assert.Equal(Page, eprint.Sources["lastSubmitted"]);
    }

    [Fact]
    public void The_history_tells_dates_and_latest_version_where_the_record_does_not()
    {
        var last = First.AddDays(3);
        var snapshot = Whole(Snapshot) with { FirstSubmitted = null, Versions = [new(1, First, null, false), new(2, last, null, false)] };

        var eprint = Eprint.Merge([snapshot])!;

        Assert.Equal(First, eprint.FirstSubmitted);
        Assert.Equal(last, eprint.LastSubmitted);
        Assert.Equal(2, eprint.LatestVersion);
    }

    [Fact]
    public void Versions_of_oai_stand_beside_what_atom_says()
    {
        var last = First.AddDays(3);
        var oai = Whole(RecordSource.Oai) with
        {
            Title = @"On G\""odel",
            LatestVersion = 2,
            LastSubmitted = last,
            Versions = [new(1, First, 10, false), new(2, last, 11, true)],
            Withdrawn = true,
        };
        var atom = Whole(RecordSource.Atom) with { Title = "On Gödel", Version = 2, LatestVersion = 2, LastSubmitted = last };

        var eprint = Eprint.Merge([oai, atom])!;

        Assert.Equal(2, eprint.Versions.Count);
        Assert.True(eprint.Withdrawn);
        Assert.Equal(@"On G\""odel", eprint.Title);
        Assert.Equal(
            ["title", "versions", "withdrawn"],
            eprint.Sources.Where(source => source.Value == RecordSource.Oai).Select(source => source.Key)
                .Intersect(["title", "versions", "withdrawn"]).Order());
    }

    [Theory]
    [InlineData(RecordSource.Atom)]
    [InlineData(Snapshot)]
    public void A_moment_is_believed_before_the_day_alone_that_oai_gives(RecordSource other)
    {
        var midnight = new DateTimeOffset(First.Date, TimeSpan.Zero);

        var both = Eprint.Merge([Whole(RecordSource.Oai) with { FirstSubmitted = midnight }, Whole(other)])!;
        var alone = Eprint.Merge([Whole(RecordSource.Oai) with { FirstSubmitted = midnight }])!;

        Assert.Equal((First, other), (both.FirstSubmitted, both.Sources["firstSubmitted"]));
        Assert.Equal((midnight, RecordSource.Oai), (alone.FirstSubmitted, alone.Sources["firstSubmitted"]));
    }

    [Fact]
    public void Without_a_word_on_versions_the_first_is_the_latest()
    {
        var eprint = Eprint.Merge([Whole(RecordSource.Oai)])!;

        Assert.Equal(1, eprint.LatestVersion);
        Assert.Equal(eprint.FirstSubmitted, eprint.LastSubmitted);
        Assert.DoesNotContain("latestVersion", eprint.Sources.Keys);
        Assert.DoesNotContain("lastSubmitted", eprint.Sources.Keys);
    }

    [Theory]
    [MemberData(nameof(Lacking), DisableDiscoveryEnumeration = true)]
    public void Records_that_lack_what_every_e_print_has_make_none(string what, Func<EprintRecord, EprintRecord> without)
    {
        Assert.NotNull(Eprint.Merge([Whole(RecordSource.Oai)]));
        Assert.True(Eprint.Merge([without(Whole(RecordSource.Oai))]) is null, $"made without {what}");
        Assert.NotNull(Eprint.Merge([without(Whole(RecordSource.Oai)), Whole(RecordSource.Atom)]));
    }

    [Fact]
    public void A_snapshot_may_leave_out_all_but_title_and_first_submission()
    {
        var whole = Whole(Snapshot);

        var eprint = Eprint.Merge([whole with { Authors = null, Abstract = null, Categories = null }])!;

        Assert.Equal(
            (whole.Title, "", "", whole.FirstSubmitted), (eprint.Title, eprint.Abstract, eprint.PrimaryCategory, eprint.FirstSubmitted));
        Assert.Empty(eprint.Authors);
        Assert.Null(Eprint.Merge([whole with { Title = "" }]));
        Assert.Null(Eprint.Merge([whole with { FirstSubmitted = null }]));
    }

    public static TheoryData<string, Func<EprintRecord, EprintRecord>> Lacking => new()
    {
        { "title", record => record with { Title = null } },
        { "an empty title", record => record with { Title = "" } },
        { "authors", record => record with { Authors = null } },
        { "an empty list of authors", record => record with { Authors = [] } },
        { "abstract", record => record with { Abstract = null } },
        { "categories", record => record with { Categories = null } },
        { "an empty list of categories", record => record with { Categories = [] } },
        { "first submission", record => record with { FirstSubmitted = null } },
    };

    [Fact]
    public void A_withdrawal_that_blanked_its_abstract_is_still_an_e_print()
    {
        var eprint = Eprint.Merge([Whole(Page) with { Abstract = "", Withdrawn = true }, Whole(RecordSource.Atom)])!;

        Assert.Equal("", eprint.Abstract);
        Assert.DoesNotContain("abstract", eprint.Sources.Keys);
    }

    [Fact]
    public void Nothing_said_makes_no_e_print() => Assert.Null(Eprint.Merge([]));

    [Fact]
    public void Of_two_records_of_one_source_the_last_counts() =>
        Assert.Equal("Later", Eprint.Merge([Whole(RecordSource.Atom), Whole(RecordSource.Atom) with { Title = "Later" }])!.Title);

    [Fact]
    public void Records_of_two_e_prints_are_refused() =>
        Assert.Throws<ArgumentException>(
            () => Eprint.Merge(
                [Whole(RecordSource.Atom), Whole(RecordSource.Oai) with { Identifier = ArxivIdentifier.Parse("2405.00209") }]));

    /// <summary>What every e-print has, and nothing else.</summary>
    private static EprintRecord Whole(RecordSource source) => new()
    {
        Identifier = ArxivIdentifier.Parse("2405.00208"),
        Source = source,
        Title = "On Sheaves",
        Authors = [new("Ada Example")],
        Abstract = "We bind.",
        Categories = ["cs.LG"],
        FirstSubmitted = First,
    };
}
