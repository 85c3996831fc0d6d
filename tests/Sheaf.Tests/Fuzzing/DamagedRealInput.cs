using Sheaf.TestKit.Fuzzing;

namespace Sheaf.Tests.Fuzzing;

/// <summary>The same with real answers, pages and lists to begin with.</summary>
public sealed class DamagedRealInput
{
    public static TheoryData<string> Parsers => [.. FuzzTargets.All.Where(target => target.Files.Count > 0).Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Is_taken_or_refused(string parser)
    {
        var target = FuzzTargets.All.Single(target => target.Name == parser);

        DamagedInput.Pass(target, ReferenceSeeds.Of(target, ReferenceData.PathOf(".")), 20240430);
    }
}
