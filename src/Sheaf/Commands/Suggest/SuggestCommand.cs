using System.CommandLine;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Commands;

/// <summary><c>sheaf suggest</c>: the papers of a month that the editor may have missed.</summary>
internal static class SuggestCommand
{
    private const int ShownByDefault = 20;

    private static readonly Argument<string?> MonthArgument = new("month")
    {
        Description = "The month; with --backtest the last that can be judged, unless named",
        HelpName = "YYYY-MM",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<int> Top = new("--top")
    {
        Description = "How many to show",
        HelpName = "N",
        DefaultValueFactory = _ => ShownByDefault,
    };

    private static readonly Option<bool> LookBack = new("--backtest")
    {
        Description = "Only say how many of the month's own picks would have been at the top, had they been asked for when the month began",
    };

    private static readonly Option<bool> Choose = new("--choose")
    {
        Description = "Go through them one by one and take, star or refuse each by one key",
    };

    private static readonly Option<bool> Again = new("--again")
    {
        Description = "Rank the month anew, also where the kept ranking is up to date",
    };

    private static readonly Option<bool> Kept = new("--kept")
    {
        Description = "Only read the ranking that is kept, also where it is out of date; none is made",
    };

    /// <summary>For the service, whose end closes the input: nobody needs the ranking then.</summary>
    private static readonly Option<bool> UntilInputEnds = new("--until-input-ends")
    {
        Description = "Stop when the standard input ends",
        Hidden = true,
    };

    public static Command Build() => new Command(
        "suggest",
        "Ranks the month's papers that are on none of your lists by what you picked in earlier months, and says why. The ranking is kept "
        + "until you pick for earlier months or papers come. Makes no request: fetch the month first with sheaf backfill --from 2024-04 "
        + "--to 2024-04 --sweep.\nExample: sheaf suggest 2024-04 --top 30")
    {
        MonthArgument, Top, LookBack, Choose, Again, Kept, UntilInputEnds,
    }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (arguments, top) = (context.Arguments, context.Arguments.GetValue(Top));
        if (top < 1)
        {
            throw new BadInputException($"--top takes a number from 1 on, not {top}.");
        }

        var month = arguments.GetValue(MonthArgument) is { } named ? CommandContext.MonthOf(named) : (Month?)null;
        if (arguments.GetValue(LookBack))
        {
            return SayHowItWouldHaveBeen(context, month, top, cancellationToken);
        }

        var (reads, again) = (arguments.GetValue(Kept), arguments.GetValue(Again));
        if (reads && again)
        {
            throw new BadInputException("--again makes a ranking and --kept makes none: leave out one of them.");
        }

        if (month is not { } one)
        {
            throw new BadInputException("Name a month: sheaf suggest 2024-04.");
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (arguments.GetValue(UntilInputEnds))
        {
            CancelWhenInputEnds(ends);
        }

        MonthSuggestions found;
        try
        {
            var suggester = context.OpenToRead().Suggester;
            found = reads ? suggester.SuggestFromKept(one, top) : suggester.SuggestAndKeep(one, top, again, ends.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }

        if (reads && SuggestView.NoteOn(found) is { } note)
        {
            context.Terminal.Note(note);
        }

        if (arguments.GetValue(Choose) && found.Papers.Count > 0)
        {
            return await InteractiveSelection.OnConsole(context, found).RunAsync(cancellationToken);
        }

        SuggestView.Show(context.Terminal, found);
        context.Terminal.Answer(SuggestJson.Of(found), shapes => shapes.SuggestJson);
        return found.Considered == 0 ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    /// <remarks>Its thread is left to the end of the program: a read of the input cannot be stopped.</remarks>
    private static void CancelWhenInputEnds(CancellationTokenSource ends) => new Thread(() =>
    {
        try
        {
            using var input = Console.OpenStandardInput();
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // One that cannot be read tells nothing any more.
        }

        try
        {
            ends.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The ranking is made.
        }
    })
    {
        IsBackground = true,
    }.Start();

    private static ExitCode SayHowItWouldHaveBeen(CommandContext context, Month? month, int top, CancellationToken cancellationToken)
    {
        var back = context.OpenToRead().Suggester.LookBack(month, top, cancellationToken);
        if (back is not { LearntFrom: > 0 })
        {
            context.Terminal.Say(back is not null
                ? $"Nothing was learnt from months before {back.Month}, so there is nothing to judge: list earlier months, or put past "
                    + "issues into published/, and fetch them with sheaf backfill."
                : $"{(month is { } one ? $"{one} has no pick" : "No month has a pick")} among papers that were not picked too: fetch the "
                    + "month with sheaf backfill --sweep, then its list can be compared with all of it.");
            context.Terminal.Answer(new BacktestJson(month?.ToString(), 0, top, 0, 0, 0, 0, null), shapes => shapes.BacktestJson);
            return ExitCode.NeedsAPerson;
        }

        var sentence = SuggestView.Sentence(back, Month.Of(context.Time.GetUtcNow()));
        context.Terminal.Say(sentence);
        context.Terminal.Answer(
            new BacktestJson(
                back.Month.ToString(), back.Considered, top, back.Picks, back.PicksInTop, back.Starred, back.StarredInTop, sentence)
            {
                SignalWeight = back.SignalWeight,
                PicksInTopWithoutSignals = back.WithoutSignals?.PicksInTop,
                StarredInTopWithoutSignals = back.WithoutSignals?.StarredInTop,
            },
            shapes => shapes.BacktestJson);
        return ExitCode.Done;
    }
}
