namespace IsolationModel.Modeling.Packing;

/// <summary>Needs, wishes, scenarios and decision trees in packed form.</summary>
internal static class PackedNeeds
{
    public static NeedDefinition Need(PackedForm form, NeedDefinition? need) => new(
        form.Text(need?.Id),
        (NeedKind)form.Number((int)(need?.Kind ?? default)),
        PackedVocabulary.Name(form, need?.Name),
        form.Number(need?.Order ?? default),
        form.List(need?.Constraints ?? default, PackedVocabulary.Constraint),
        form.Text(need?.Rationale),
        form.Texts(need?.SourceIds ?? default))
    {
        ParameterAttributeId = form.OptionalText(need?.ParameterAttributeId),
        Choices = form.Texts(need?.Choices ?? default),
    };

    public static NeedSpelling Spelling(PackedForm form, NeedSpelling? spelling) => new(form.Text(spelling?.Key), form.Text(spelling?.Value), form.Text(spelling?.NeedId));

    public static ScoringDefinition Scoring(PackedForm form, ScoringDefinition? scoring) => new(
        form.List(scoring?.Grades ?? default, Grade),
        form.List(scoring?.Always ?? default, Wish),
        form.List(scoring?.Weights ?? default, Weight));

    public static GoalDefinition Goal(PackedForm form, GoalDefinition? goal) => new(
        form.Text(goal?.Id),
        PackedVocabulary.Name(form, goal?.Name),
        form.Text(goal?.AttributeId),
        form.List(goal?.Targets ?? default, Target),
        form.OptionalText(goal?.Rationale));

    public static ScenarioDefinition Scenario(PackedForm form, ScenarioDefinition? scenario) => new(
        form.Text(scenario?.Id),
        PackedVocabulary.Name(form, scenario?.Name),
        form.Number(scenario?.Order ?? default),
        form.Text(scenario?.LevelId),
        form.List(scenario?.Goals ?? default, ScenarioGoal),
        form.Texts(scenario?.NeedTokens ?? default),
        form.List(scenario?.Constraints ?? default, PackedVocabulary.Constraint),
        form.Optional(scenario?.Expectation, Expectation),
        form.OptionalText(scenario?.Note),
        form.Texts(scenario?.SourceIds ?? default));

    public static DecisionTreeDefinition DecisionTree(PackedForm form, DecisionTreeDefinition? tree) => new(
        form.Text(tree?.Id),
        PackedVocabulary.Name(form, tree?.Title),
        form.List(tree?.Questions ?? default, Question),
        form.Texts(tree?.SourceIds ?? default));

    private static GradeBand Grade(PackedForm form, GradeBand? band) => new(
        form.Text(band?.AttributeId),
        PackedVocabulary.Limit(form, band?.Three),
        PackedVocabulary.Limit(form, band?.Two),
        PackedVocabulary.Limit(form, band?.One));

    private static ScoringGoal Wish(PackedForm form, ScoringGoal? wish) => new(
        form.Text(wish?.AttributeId), form.Number(wish?.Target ?? default), form.Number(wish?.Weight ?? default));

    private static ScoringWeight Weight(PackedForm form, ScoringWeight? weight) => new(form.Text(weight?.AttributeId), form.Number(weight?.Weight ?? default));

    private static GoalTarget Target(PackedForm form, GoalTarget? target) => new(form.Text(target?.Word), form.Number(target?.Grade ?? default));

    private static ScenarioGoal ScenarioGoal(PackedForm form, ScenarioGoal? goal) => new(form.Text(goal?.GoalId), form.Text(goal?.Word));

    private static ScenarioExpectation Expectation(PackedForm form, ScenarioExpectation? expectation) => new(
        PackedVocabulary.Name(form, expectation?.Text), form.Texts(expectation?.TechnologyIds ?? default));

    private static DecisionQuestion Question(PackedForm form, DecisionQuestion? question) => new(
        form.Text(question?.Id),
        PackedVocabulary.Name(form, question?.Ask),
        form.List(question?.Means ?? default, PackedVocabulary.Constraint),
        Recommendation(form, question?.Recommendation),
        form.Optional(question?.Refinement, Question));

    private static DecisionRecommendation Recommendation(PackedForm form, DecisionRecommendation? recommendation) => new(
        PackedVocabulary.Name(form, recommendation?.Text),
        form.Optional(recommendation?.Note, PackedVocabulary.Name),
        form.Texts(recommendation?.TechnologyIds ?? default));
}
