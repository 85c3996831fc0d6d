using Sheaf.TestKit.Fuzzing;

namespace Sheaf.Tests.Fuzzing;

/// <summary>
/// Every parser of foreign input takes damaged input or refuses it as it says; the benchmarks' <c>fuzz</c> tries it by the million.
/// </summary>
public sealed class DamagedInput(ITestOutputHelper output)
{
    private const int Runs = 40;

    public static TheoryData<string> Parsers => [.. FuzzTargets.All.Select(target => target.Name)];

    public static TheoryData<string> FoundCases =>
        [.. Directory.EnumerateFiles(Found).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Found => Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.TestKit", "Fuzzing", "Found");

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Is_taken_or_refused(string parser) => Pass(Target(parser), Target(parser).Seeds, 20240430);

    [Theory]
    [MemberData(nameof(Parsers))]
    public void Is_taken_or_refused_however_it_is_damaged(string parser)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"Again: fuzz --parser {parser} --seed {seed}");

        Pass(Target(parser), Target(parser).Seeds, seed);
    }

    /// <summary>Inputs that a parser once stumbled over; their names begin with the parser's.</summary>
    [Theory]
    [MemberData(nameof(FoundCases))]
    public void Found_once_does_no_harm_again(string file) =>
        Assert.Null(Target(file.Split('.')[0]).FaultWith(File.ReadAllBytes(Path.Combine(Found, file))));

    [Fact]
    public void A_fault_is_noticed()
    {
        FuzzTarget[] faulty =
        [
            new("throws", _ => throw new InvalidOperationException("?"), [typeof(FormatException)], []),
            new("grows", _ => GC.KeepAlive(new byte[Fuzzer.MostMemory]), [], []),
        ];

        Assert.All(faulty, target => Assert.NotNull(target.FaultWith([])));
    }

    private static FuzzTarget Target(string parser) => FuzzTargets.All.Single(target => target.Name == parser);

    internal static void Pass(FuzzTarget target, IReadOnlyList<byte[]> seeds, int seed)
    {
        var found = new Fuzzer(target, seeds, seed).Run(Runs, TestContext.Current.CancellationToken);

        Assert.True(found is null, $"seed {seed}: {found?.Fault}\n{Convert.ToBase64String(found?.Input ?? [])}");
    }
}
