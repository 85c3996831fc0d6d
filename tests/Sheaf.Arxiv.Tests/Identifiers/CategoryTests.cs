using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

public sealed class CategoryTests
{
    [Fact]
    public void There_are_155_categories_in_20_archives_of_8_groups()
    {
        Assert.Equal(155, Category.Active.Count);
        Assert.Equal(155, Category.Active.Select(category => category.Name).Distinct().Count());
        Assert.Equal(20, Category.Active.Select(category => category.Archive).Distinct().Count());
        Assert.Equal(8, Category.Active.Select(category => category.Group).Distinct().Count());
    }

    [Theory]
    [InlineData("astro-ph", 6)]
    [InlineData("cond-mat", 9)]
    [InlineData("cs", 40)]
    [InlineData("econ", 3)]
    [InlineData("eess", 4)]
    [InlineData("math", 32)]
    [InlineData("nlin", 5)]
    [InlineData("physics", 22)]
    [InlineData("q-bio", 10)]
    [InlineData("q-fin", 9)]
    [InlineData("stat", 6)]
    [InlineData("hep-th", 1)]
    public void Each_archive_has_its_categories(string archive, int count) =>
        Assert.Equal(count, Category.Active.Count(category => category.Archive == archive));

    [Theory]
    [InlineData("cs.CL", "Computation and Language", "cs", "Computer Science", "Computer Science")]
    [InlineData("cs.CE", "Computational Engineering, Finance, and Science", "cs", "Computer Science", "Computer Science")]
    [InlineData("cond-mat.mtrl-sci", "Materials Science", "cond-mat", "Condensed Matter", "Physics")]
    [InlineData("hep-th", "High Energy Physics - Theory", "hep-th", "High Energy Physics - Theory", "Physics")]
    [InlineData("nlin.CD", "Chaotic Dynamics", "nlin", "Nonlinear Sciences", "Physics")]
    [InlineData("physics.acc-ph", "Accelerator Physics", "physics", "Physics", "Physics")]
    [InlineData("stat.ML", "Machine Learning", "stat", "Statistics", "Statistics")]
    [InlineData(
        "eess.AS", "Audio and Speech Processing", "eess", "Electrical Engineering and Systems Science",
        "Electrical Engineering and Systems Science")]
    public void A_category_knows_its_names(string name, string fullName, string archive, string archiveName, string group)
    {
        Assert.True(Category.TryParse(name, out var category));
        Assert.Equal((name, fullName, archive), (category.Name, category.FullName, category.Archive));
        Assert.Equal((archiveName, group, true), (category.ArchiveName, category.Group, category.IsActive));
        Assert.Equal(name, category.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("cs")]
    [InlineData("math")]
    [InlineData("physics")]
    [InlineData("CS.CL")]
    [InlineData("cs.cl")]
    [InlineData("cs.XX")]
    [InlineData(" cs.CL")]
    [InlineData("test")]
    [InlineData("68T50")]
    public void Nothing_else_is_a_category(string? text) => Assert.False(Category.TryParse(text, out _));

    [Theory]
    [InlineData("math.MP", "math-ph")]
    [InlineData("stat.TH", "math.ST")]
    [InlineData("math.IT", "cs.IT")]
    [InlineData("q-fin.EC", "econ.GN")]
    [InlineData("cs.SY", "eess.SY")]
    [InlineData("cs.NA", "math.NA")]
    public void An_alias_is_active_and_has_its_canonical_half(string alias, string canonical)
    {
        Assert.True(Category.TryParse(alias, out var category));
        Assert.True(category.IsActive);
        Assert.Equal(canonical, category.Canonical.Name);
        Assert.Same(category.Canonical, category.Canonical.Canonical);
        Assert.Equal(canonical, Category.Canonicalise(alias));
    }

    [Theory]
    [InlineData("cmp-lg", "cs.CL")]
    [InlineData("adap-org", "nlin.AO")]
    [InlineData("comp-gas", "nlin.CG")]
    [InlineData("chao-dyn", "nlin.CD")]
    [InlineData("solv-int", "nlin.SI")]
    [InlineData("patt-sol", "nlin.PS")]
    [InlineData("alg-geom", "math.AG")]
    [InlineData("dg-ga", "math.DG")]
    [InlineData("funct-an", "math.FA")]
    [InlineData("q-alg", "math.QA")]
    [InlineData("mtrl-th", "cond-mat.mtrl-sci")]
    [InlineData("supr-con", "cond-mat.supr-con")]
    [InlineData("acc-phys", "physics.acc-ph")]
    [InlineData("ao-sci", "physics.ao-ph")]
    [InlineData("atom-ph", "physics.atom-ph")]
    [InlineData("bayes-an", "physics.data-an")]
    [InlineData("chem-ph", "physics.chem-ph")]
    [InlineData("plasm-ph", "physics.plasm-ph")]
    public void A_closed_archive_was_taken_over_by_a_category(string archive, string successor)
    {
        Assert.True(Category.TryParse(archive, out var category));
        Assert.False(category.IsActive);
        Assert.Equal((archive, successor), (category.Archive, category.Canonical.Name));
        Assert.True(category.Canonical.IsActive);
        Assert.Equal(archive, Category.Canonicalise(archive));
    }

    [Theory]
    [InlineData("astro-ph", "Astrophysics")]
    [InlineData("cond-mat", "Condensed Matter")]
    [InlineData("q-bio", "Quantitative Biology")]
    public void A_divided_archive_is_a_category_of_old_eprints_only(string archive, string fullName)
    {
        Assert.True(Category.TryParse(archive, out var category));
        Assert.Equal((fullName, false), (category.FullName, category.IsActive));
        Assert.Same(category, category.Canonical);
    }

    [Theory]
    [InlineData("cs.CL")]
    [InlineData("astro-ph")]
    [InlineData("no.such")]
    [InlineData("")]
    public void Other_names_are_canonical_as_they_are(string name) => Assert.Equal(name, Category.Canonicalise(name));
}
