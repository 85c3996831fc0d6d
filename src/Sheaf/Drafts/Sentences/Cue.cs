namespace Sheaf.Drafts.Sentences;

/// <summary>What the wording of a sentence tells about its part in the abstract.</summary>
public enum Cue
{
    InThisPaper, ThisPaper, We, WePropose, WeShow, WeStudy, WeAlso, WeFirst, Our, OurMethod, Proposed, Novel, Contrast, OpensWithContrast,
    Experiment, Better, Named, That, Which, Background, OpensAsSequel, OpensWithFirst, OpensAsDetail, OpensWithAim, OpensWithThis, Hence,
    Here, Number, Address, Question, Colon, Bracket, Semicolon, NoStop, Can, Is, HasBeen, Problem, By, ToDo, Theory, Conclusion,
}
