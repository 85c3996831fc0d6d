using Sheaf.Drafts;

namespace Sheaf.Tests.Drafts;

/// <summary>Which versions of drafts are remembered, so that two texts made from one can be brought together.</summary>
public sealed class VersionsOfADraft
{
    [Fact]
    public void The_last_ones_are_kept_by_what_they_weigh()
    {
        var versions = new RecentVersions(most: 10);
        var (one, two, three) = (Version("1111"), Version("2222"), Version("3333"));

        versions.Add(one);
        versions.Add(two);
        versions.Add(one);
        versions.Add(three);

        Assert.Equal([one, null, three], new[] { one, two, three }.Select(version => versions.Find(version.Tag)));
    }

    [Fact]
    public void One_is_kept_whatever_it_weighs()
    {
        var versions = new RecentVersions(most: 10);
        var (small, large) = (Version("1"), Version("a text of more than ten bytes"));

        versions.Add(small);
        versions.Add(large);

        Assert.Equal((null, large), (versions.Find(small.Tag), versions.Find(large.Tag)));
    }

    private static DraftVersion Version(string text) => new(System.Text.Encoding.UTF8.GetBytes(text), text);
}
