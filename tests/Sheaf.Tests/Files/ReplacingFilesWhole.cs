using Sheaf.Files;

namespace Sheaf.Tests.Files;

public sealed class ReplacingFilesWhole : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-files-");

    private string Target => Path.Combine(_folder.FullName, "2024-04.md");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void What_a_killed_program_left_half_written_is_taken_away_after_an_hour()
    {
        var (old, young, another) =
            (Left(".2024-04.md.ulr5i021.a3y.tmp", hours: 2), Left(".2024-04.md.bbr5i021.b3y.tmp", hours: 0), Left(
                ".2024-05.md.ulr5i021.a3y.tmp", hours: 2));

        WholeFile.Replace(Target, "whole\n"u8);

        Assert.Equal(
            [another, young, Target],
            Directory.GetFiles(_folder.FullName).OrderByDescending(file => file.Contains("05", StringComparison.Ordinal))
                .ThenBy(file => file == Target));
        Assert.False(File.Exists(old));
    }

    [Fact]
    public void A_file_that_cannot_be_replaced_leaves_nothing_beside_it()
    {
        Directory.CreateDirectory(Target);

        Assert.ThrowsAny<Exception>(() => WholeFile.Replace(Target, "text\n"u8));

        Assert.Empty(Directory.GetFiles(_folder.FullName));
    }

    private string Left(string name, int hours)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, "hal");
        File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-hours));
        return path;
    }
}
