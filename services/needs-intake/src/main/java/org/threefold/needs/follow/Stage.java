package org.threefold.needs.follow;

import org.threefold.needs.need.Status;

/** How far a need has come, in words for the public. */
public record Stage(String zh, String en) {

  /** What is said of a need in this state. */
  public static Stage of(Status status) {
    return switch (status) {
      case COLLECTED -> new Stage("已登记,等待整理", "Recorded; it will be sorted next");
      case SORTED -> new Stage("已整理,等待分析", "Sorted; it will be analysed next");
      case ANALYSED -> new Stage("已分析,正在确定办理方式", "Analysed; it is being decided how it is met");
      case AWAITING_PROJECT -> new Stage("等待纳入项目", "Waiting for a project");
      case REFERRED -> new Stage("已转有关部门办理", "With another department");
      case PLANNED -> new Stage("已纳入项目,准备实施", "Taken on by a project that is being prepared");
      case IN_SERVICE -> new Stage("正在提供服务", "Service is being given");
      case SERVED -> new Stage("服务已完成,等待反馈", "Service has been given; feedback comes next");
      case FED_BACK -> new Stage("已反馈,等待居民确认", "Feedback was given; the resident may confirm");
      case CLOSED -> new Stage("已办结", "Closed");
      case MERGED -> new Stage("已并入同类需求一并办理", "Goes on together with another need");
      case DECLINED -> new Stage("不予受理", "Will not be met");
    };
  }
}
