using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>BibTeX, RIS, CSV and JSON.</summary>
public sealed class BibliographyFiles
{
    private const string Bibtex = """
        % exported
        @string{arx = "arXiv preprint "}
        @article{lu2024widgets,
          title = {{W}idgets and {\"U}ber-Gears: a $k_{1}$ study},
          author = {Lu, Ada and van der Berg, Bo and {Gear Collaboration} and others},
          eprint = {2404.00001}, archivePrefix = {arXiv}, primaryClass={cs.CL},
          year = 2024, month = apr, day = 30,
          note = {worth a look}
        }
        @comment{ nothing }
        @misc(hu, author = "Cy Hu and Di von Li", title = "Springs",
          journal = arx # "arXiv:hep-th/9901001v2", abstract = {after 2404.00009} )
        @inproceedings{url, title={Cogs}, url={https://arxiv.org/abs/2404.00003}}
        @inproceedings{doi, title={Cams}, doi={10.48550/arXiv.2404.00004}}
        @article{other, title={Elsewhere}, doi={10.1234/2405.12345}}
        """;

    [Fact]
    public void BibTeX_entries_are_read_with_names_and_day()
    {
        var claims = ForeignText.Read("list.bib", Bibtex);

        Assert.Equal(["2404.00001", "hep-th/9901001v2", "2404.00009", "2404.00003", "2404.00004"], claims.Select(claim => claim.Id()));
        Assert.Equal([true, true, false, true, true], claims.Select(claim => claim.IsEntry));
        Assert.Equal([6, 12, 12, 13, 14], claims.Select(claim => claim.Line));
        Assert.Equal(("Widgets and Über-Gears: a $k_{1}$ study", "Lu|van der Berg|Gear Collaboration", true, "30.4.2024", "worth a look"),
            (claims[0].Title, string.Join('|', claims[0].Surnames), claims[0].EtAl, claims[0].Date(), claims[0].Note));
        Assert.Equal(["Hu", "von Li"], claims[1].Surnames);
    }

    [Theory]
    [InlineData("@article{a, title={Widgets}, journal={ArXiv}, volume={abs/2404.00001}}")]
    [InlineData("@article{a, title={Widgets}, journal={CoRR}, volume={abs/2404.00001}, year={2024}}")]
    [InlineData("@string{pre = {arXiv preprint }}\n@article{a, title={Widgets}, journal=pre # \"arXiv:2404.00001\"}")]
    public void An_identifier_is_found_where_other_programs_put_it(string text) =>
        Assert.Equal(
            ("2404.00001", "Widgets", true),
            (ForeignText.Only("a.bib", text).Id(), ForeignText.Only("a.bib", text).Title, ForeignText.Only("a.bib", text).IsEntry));

    [Theory]
    [InlineData("M1")]
    [InlineData("M3")]
    [InlineData("PB")]
    [InlineData("T2")]
    public void A_RIS_record_may_name_its_paper_in_words(string tag) =>
        Assert.True(ForeignText.Only("a.ris", $"TY  - GEN\nTI  - Widgets\n{tag}  - arXiv:2404.00001 [cs]\nER  - \n").IsEntry);

    [Fact]
    public void Half_a_character_in_JSON_does_not_cost_the_list() =>
        Assert.Equal(
            ["2404.00001", "2404.00002"],
            ForeignText.Read("a.json", """[{"title": "Widgets \ud83d", "url": "https://arxiv.org/abs/2404.00001"}, {"id": "2404.00002"}]""")
                .Select(claim => claim.Id()));

    [Fact]
    public void Between_two_ands_in_a_row_stands_nobody() =>
        Assert.Equal(
            ["Specimen", "Muster"],
            ForeignText.Only(
                "a.bib",
                "@misc{a, title={Widgets}, author={Specimen, Ada and and Muster, Zoë}, eprint={2404.00001}, "
                + "archivePrefix={arXiv}}").Surnames);

    [Fact]
    public void A_damaged_BibTeX_entry_does_not_swallow_the_next()
    {
        var claims = ForeignText.Read(
            "list.bib", "@article{a, title={Open brace, eprint={2404.00001}\n@article{b, title={Next}, eprint={2404.00002}}\n");

        Assert.Contains(claims, claim => (claim.Id(), claim.Title) == ("2404.00002", "Next"));
    }

    [Fact]
    public void RIS_records_are_read()
    {
        var claims = ForeignText.Read(
            "list.ris",
            "TY  - JOUR\r\nTI  - Widgets: A\r\n study\r\nAU  - Lu, Ada\r\nAU  - Hu, Bo\r\nDA  - 2024/04/30/\r\n"
            + "UR  - https://arxiv.org/abs/2404.00001\r\nER  - \r\n\r\n"
            + "TY  - GEN\nT1  - Springs\nDO  - 10.48550/arXiv.2404.00002\nER  -\n");

        Assert.Equal(
            [("2404.00001", "Widgets: A study", 7), ("2404.00002", "Springs", 12)],
            claims.Select(claim => (claim.Id()!, claim.Title!, claim.Line)));
        Assert.Equal(("Lu|Hu", "30.4.2024"), (string.Join('|', claims[0].Surnames), claims[0].Date()));
    }

    [Theory]
    [InlineData(
        "Title,Authors,Date,URL\n\"Widgets, \"\"big\"\"\nand small\",\"Lu, Ada; Hu, Bo\",2024-04-30,https://arxiv.org/abs/2404.00001\n")]
    [InlineData(
        "url;title;author;date\nhttps://arxiv.org/abs/2404.00001;\"Widgets, \"\"big\"\" and small\";Ada Lu and Bo Hu;30 Apr 2024\n")]
    [InlineData("arxiv_id\tTitle\tAuthors\tPublished\n2404.00001\tWidgets, \"big\" and small\tAda Lu, Bo Hu\t2024-04-30T17:59:59Z")]
    public void Separated_values_are_read_by_the_names_of_their_columns(string text)
    {
        var claim = ForeignText.Only("list.csv", text);

        Assert.Equal(
            ("2404.00001", "Widgets, \"big\" and small", "Lu Hu", "30.4.2024"),
            (claim.Id(), claim.Title, string.Join(' ', claim.Surnames), claim.Date()));
    }

    [Theory]
    [InlineData("list.txt", "No.\tTitle\tAuthors\tDate\tLink\n1\tWidgets\tAda Specimen\t29 Apr 2024\thttps://arxiv.org/abs/2404.00001\n")]
    [InlineData("list.csv", "Titel;Autoren;Link;Datum\r\nWidgets;Ada Specimen;arxiv.org/abs/2404.00001;29.04.2024\r\n")]
    [InlineData("list.csv", "Name,Authors,URL,Date\n[2404.00001] Widgets,Ada Specimen,https://arxiv.org/abs/2404.00001,2024-04-29\n")]
    public void Tables_of_other_programs_are_read(string name, string text)
    {
        var claim = ForeignText.Only(name, text);

        Assert.Equal(
            ("2404.00001", "Widgets", "Specimen", "29.4.2024", 2),
            (claim.Id(), claim.Title, Assert.Single(claim.Surnames), claim.Date(), claim.Line));
    }

    [Fact]
    public void Separated_values_without_names_are_read_too()
    {
        var claims = ForeignText.Read(
            "list.csv", "1,Widgets in Small Workshops,https://arxiv.org/abs/2404.00001\n2,Springs and Other Gears,2404.00002\n");

        Assert.Equal(
            [("2404.00001", "Widgets in Small Workshops"), ("2404.00002", "Springs and Other Gears")],
            claims.Select(claim => (claim.Id()!, claim.Title!)));
    }

    [Theory]
    [InlineData("""[{"id": "2404.00001", "title": "Widgets", "authors": ["Ada Lu", "Bo Hu"], "date": "2024-04-30"}]""")]
    [InlineData(
        """{"papers": [{"paper": {"id": "2404.00001", "title": "Widgets", "authors": [{"_id": 7, "name": "Ada Lu"}, {"name": "Bo """
        + """Hu"}], "publishedAt": "2024-04-30T00:00:00.000Z"}}]}""")]
    [InlineData(
        """[{"id": "lu2024", "title": "Widgets", "author": [{"family": "Lu", "given": "Ada"}, {"family": "Hu", "given": "Bo"}],"""
        + """ "issued": {"date-parts": [[2024, 4, 30]]}, "URL": "https://arxiv.org/abs/2404.00001"}]""")]
    [InlineData(
        """{"data": [{"paperId": "649def34f8be52c8b66281af98ae884c09aef38b", "externalIds": """
        + """{"ArXiv": "2404.00001", "DOI": "10.1234/x"}, "title": "Widgets", "authors": [{"authorId": "1", "name": "Ada Lu"}, """
        + """{"name": "Bo Hu"}], "publicationDate": "2024-04-30"}]}""")]
    [InlineData("""{"2404.00001": {"title": "Widgets", "authors": "Ada Lu and Bo Hu", "published": "30 Apr 2024"}}""")]
    [InlineData("{\"arxiv_id\": 2404.00001, \"title\": \"Widgets\", \"authors\": \"Lu, Ada; Hu, Bo\", \"day\": \"2024-04-30\"}\n")]
    public void JSON_of_any_shape_is_read(string text)
    {
        var claim = ForeignText.Only("list.json", text);

        Assert.True(claim.IsEntry);
        Assert.Equal(
            ("2404.00001", "Widgets", "Lu Hu", "30.4.2024"), (claim.Id(), claim.Title, string.Join(' ', claim.Surnames), claim.Date()));
    }

    [Fact]
    public void JSON_lines_and_lists_of_identifiers_are_read_with_their_lines()
    {
        var lines = ForeignText.Read(
            "list.jsonl", "{\"id\": \"2404.00001\", \"title\": \"A\"}\n\n{\"id\": \"2404.00002\", \"title\": \"B\", \"starred\": true}\n");
        var bare = ForeignText.Read("list.json", "[\"2404.00001\",\n \"https://arxiv.org/abs/2404.00002\"]");

        Assert.Equal([("2404.00001", 1, false), ("2404.00002", 3, true)], lines.Select(claim => (claim.Id()!, claim.Line, claim.Starred)));
        Assert.Equal([("2404.00001", 1, true), ("2404.00002", 2, true)], bare.Select(claim => (claim.Id()!, claim.Line, claim.IsEntry)));
    }

    [Fact]
    public void Other_papers_in_the_texts_of_a_record_are_mentions()
    {
        var claims = ForeignText.Read(
            "list.json",
            """[{"id": "2404.00001", "title": "A", "pdf": "https://arxiv.org/pdf/2404.00001v2", "abstract": "We follow """
            + """arXiv:2404.00002."}]""");

        Assert.Equal([("2404.00001", true), ("2404.00002", false)], claims.Select(claim => (claim.Id()!, claim.IsEntry)));
    }

    [Fact]
    public void What_is_not_JSON_after_all_is_read_as_text() =>
        Assert.Equal("2404.00001", ForeignText.Only("list.json", "{ \"title\": \"cut off, https://arxiv.org/abs/2404.00001").Id());
}
